import pytest
import streamlit as st

from explorer.ui.site import base, home


@pytest.fixture
def options(monkeypatch):
    asked = {"server.port": 8501}
    monkeypatch.setattr(st, "get_option", asked.get)
    return asked


def test_the_explorer_is_on_this_machine(options):
    assert home() == "http://localhost:8501/"


def test_a_server_for_everybody_is_reached_on_this_machine_too(options):
    options["server.address"] = "0.0.0.0"
    assert home() == "http://localhost:8501/"


def test_the_address_follows_the_options_of_the_server(options):
    options |= {"server.address": "127.0.0.1", "server.port": 80, "server.baseUrlPath": "/nhs/"}
    options["server.sslCertFile"] = "cert.pem"
    assert home() == "https://127.0.0.1:80/nhs"


@pytest.mark.parametrize(("path", "found"), [("", ""), ("nhs", "/nhs"), ("/a/b/", "/a/b")])
def test_the_explorer_may_stand_under_a_path(options, path, found):
    options["server.baseUrlPath"] = path
    assert base() == found
