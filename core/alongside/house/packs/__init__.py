"""Tomorrow on paper: what each business needs on the next day, made every evening as one file.

Once it is made nothing waits for anything: the file lies in the enterprise's folder, so it can be printed while
the network, or everything else, is down.
"""
