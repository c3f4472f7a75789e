"""Work and benefits: private to the person who asks, and to nobody else."""

from alongside.plugin import Part

PART = Part(
    name="benefits",
    title="Work and benefits",
    picture="umbrella",
    package=__name__,
)
