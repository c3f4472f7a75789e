"""A page without a fault, as plain as can be: what is planted in it is all that is wrong with it."""

PATH = "/planted"
STYLES = "/static/planted.css"

ASK = """<ul class="rows ask"><li class="row"><span class="person initial tone-2 size-96" data-initial="N"></span>
<p>Ask <strong>Nia</strong> if you have a question.</p></li></ul>
"""

HTML = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Choirs – Tideline Together</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/static/page.css">
<link rel="stylesheet" href="/static/planted.css">
</head>
<body{easy}>
<header class="top"><a class="home" href="/">Tideline Together</a></header>
<main id="main" tabindex="-1">
<h1>Our choir</h1>
<section class="card">
<h2>On Friday</h2>
<ul class="rows">
<li class="row"><span class="picture size-96 tint-now">
<img src="/static/pictures/music.svg" alt="" width="72" height="72"></span>
<p>We sing at <strong>10 o’clock</strong>.</p></li>
</ul>
<p class="quiet">Read <a href="/song">our song</a> before you come.</p>
<form method="post">
<div class="field"><label for="dish">What do you bring?</label><input id="dish" name="dish" required></div>
<label class="answer"><input type="checkbox" name="late" value="yes"> <span>I come late</span></label>
<button class="button main" type="submit">I will come</button>
</form>
</section>
<div class="table" role="region" aria-label="Who sings" tabindex="0"><table>
<caption>Who sings</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Voice</th></tr></thead>
<tbody><tr><th scope="row">Sam</th><td>High</td></tr></tbody>
</table></div>
</main>
<footer class="bottom">{ask}<p>This is a test.</p></footer>
</body>
</html>
"""


def twin(edition: str) -> str:
    """The page in one of the editions."""
    easy = edition == "easy"
    return HTML.replace("{easy}", ' class="easy"' if easy else "").replace("{ask}", ASK if easy else "")
