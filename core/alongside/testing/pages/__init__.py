"""The gate that every page passes through by being registered: what there is, who may open it, what is wrong.

``routes`` lists the pages from the descriptions, ``crawling`` finds a place and a person for each of them,
``looking`` opens one in a real browser and names its faults. Playwright and axe are tools for tests: they are
imported when a test asks for a browser.
"""
