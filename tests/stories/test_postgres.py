"""The same commands on PostgreSQL: one line in the settings is all that differs."""

import json

from alongside.house.settings import write_settings


def test_enterprise_on_postgresql_is_set_up_used_and_verified(databases, tmp_path, command):
    home = tmp_path / "home"
    write_settings(home, database=databases.empty("postgresql"))
    added = command("people", "add", "Rosa Delgado", "--json", home=home)
    assert added.returncode == 0, added.stderr
    shown = command("people", "show", "Rosa", "--json", home=home)
    assert json.loads(shown.stdout)["name"] == "Rosa Delgado"
    verified = command("verify", "--json", home=home)
    assert json.loads(verified.stdout)["holds"] is True
    assert not (home / "alongside.db").exists()


def test_folder_without_an_enterprise_is_refused_in_one_sentence(tmp_path, command):
    done = command("people", "list", home=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"There is no enterprise in {tmp_path}.")
    assert "alongside demo" in done.stderr


def test_settings_that_cannot_be_read_are_refused_by_name(tmp_path, command):
    (tmp_path / "settings.toml").write_text("[database]\nurl = 'mysql://x'\n")
    done = command("people", "list", home=tmp_path)
    assert (done.returncode, "settings.toml" in done.stderr, "postgresql://" in done.stderr) == (2, True, True)
