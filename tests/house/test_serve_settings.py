"""The section [serve] of the settings: read, and nonsense refused in one sentence that says what to write."""

import pytest

from alongside.house.settings import read_settings
from alongside.refusal import BadInput


@pytest.fixture
def settings(tmp_path):
    """A function that reads settings with this section."""

    def read(section):
        (tmp_path / "settings.toml").write_text(f"[serve]\n{section}\n", encoding="utf-8")
        return read_settings(tmp_path).serve

    return read


def test_without_the_section_only_this_computer_is_served(tmp_path):
    (tmp_path / "settings.toml").write_text("", encoding="utf-8")
    found = read_settings(tmp_path).serve
    assert (found.names, found.certificate, found.key, found.behind_proxy) == ((), None, None, False)


def test_names_are_read_as_browsers_send_them_and_files_as_seen_from_the_folder(settings, tmp_path):
    found = settings(
        'names = ["Café.local", "192.168.1.20", "café.local"]\ncertificate = "https/a.crt"\nkey = "/etc/a.key"'
    )
    assert found.names == ("xn--caf-dma.local", "192.168.1.20")
    assert (str(found.certificate), str(found.key)) == (f"{tmp_path}/https/a.crt", "/etc/a.key")


def test_proxy_is_read_with_its_name(settings):
    found = settings('names = ["alongside.example.org"]\nbehind_proxy = true')
    assert (found.names, found.behind_proxy) == (("alongside.example.org",), True)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("behind_proxy = true", "serve.names is missing, by which the proxy is opened. Write under"),
        ("behind_proxy = 1", "serve.behind_proxy cannot be “1”. Write: behind_proxy = true"),
        ('behind_proxy = "yes"', "serve.behind_proxy cannot be “yes”"),
        ('names = "cafe.local"', "serve.names cannot be “cafe.local”. Write: names = ["),
        ("names = [1]", "serve.names cannot be"),
        ('names = ["cafe"]', "the name “cafe” has no dot. Give the whole name, such as cafe.local."),
        ('names = ["https://cafe.local"]', "is no name of a computer"),
        ('names = ["127.0.0.1"]', "at 127.0.0.1 no other computer could open this one"),
        ('names = ["*.example.org"]', "is no name of a computer"),
        ('certificate = "a.crt"', "serve.key is missing. A certificate and its key go together."),
        ('key = "a.key"', "serve.certificate is missing"),
        ('certificate = 7\nkey = "a.key"', "serve.certificate cannot be “7”"),
        (
            'names = ["a.example.org"]\nbehind_proxy = true\ncertificate = "a"\nkey = "b"',
            "behind a proxy the certificate is the proxy's",
        ),
        ('name = "cafe.local"', "“name” is no setting"),
    ],
)
def test_nonsense_is_refused_in_one_sentence_with_what_to_write(settings, section, said):
    with pytest.raises(BadInput) as refused:
        settings(section)
    assert said in refused.value.sentence
    assert "settings.toml" in refused.value.sentence
