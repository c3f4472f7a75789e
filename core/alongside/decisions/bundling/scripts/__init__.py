"""The pieces that stand-alone recount scripts are put together from; they share no code with anything of ours."""
