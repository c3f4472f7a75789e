"""A kind of business for the tests of pages."""

from alongside.plugin import Lazy, Page, Paper, Plugin

PLUGIN = Plugin(
    name="bakery",
    title="Bakery",
    picture="bread",
    package=__name__,
    api=(1, 0),
    permissions=("see", "plan"),
    pages=(
        Page("/loaves", "Loaves", "bread", needs="see", show=Lazy("pages:loaves"), send=Lazy("pages:bake")),
        Page("/loaves/{loaf}", "One loaf", "bread", needs="see", show=Lazy("pages:loaf")),
        Page("/loaves/{kind}/all", "One kind", "bread", needs="see", show=Lazy("pages:kind")),
        Page("/plan", "Plan", "calendar", needs="plan", show=Lazy("pages:loaves")),
        Page("/oven", "Oven", "bread", needs="see", show=Lazy("pages:loaves"), under="/loaves"),
        Page("/flour", "Flour", "bread", needs="see", show=Lazy("pages:loaves"), under="/plan"),
        Page("/burnt", "Burnt", "bread", needs="see", show=Lazy("pages:burnt"), menu=False),
        Page("/sold-out", "Sold out", "bread", needs="see", show=Lazy("pages:sold_out"), menu=False),
        Page("/missing", "Missing", "bread", needs="see", show=Lazy("nowhere:nothing"), menu=False),
    ),
    papers=(Paper("/list.pdf", "The list", needs="see", make=Lazy("pages:paper")),),
)
