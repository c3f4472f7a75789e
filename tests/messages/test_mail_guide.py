"""What the guide says about settings is what they take."""

import re
from pathlib import Path

from alongside.house.settings import read_settings

GUIDE = Path(__file__).parents[2] / "docs" / "messages.md"


def test_settings_of_the_guide_are_read_as_it_says(tmp_path):
    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "settings.toml").write_text(example, encoding="utf-8")
    mail = read_settings(tmp_path).mail
    assert (mail.host, mail.port, mail.security) == ("smtp.example.org", 587, "starttls")
    assert mail.password_file == tmp_path / "mail-password"
