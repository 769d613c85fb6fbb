import pytest
from django.db import DatabaseError
from django.test import Client

from vitrine.server.site.views import probes


def test_a_living_process_is_healthy(client: Client) -> None:
    assert client.get("/health").json() == {"status": "ok"}


def test_a_migrated_database_is_ready(client: Client) -> None:
    assert client.get("/ready").json() == {"status": "ready"}


def test_pending_migrations_are_a_reason_not_to_serve(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probes, "_migrated", False)
    monkeypatch.setattr(probes, "pending_migrations", lambda: ["collection.0009_more"])
    response = client.get("/ready")
    assert response.status_code == 503
    assert "pending migrations" in response.json()["reason"]


def test_a_database_that_cannot_be_reached_is_a_reason_not_to_serve(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Gone:
        def cursor(self) -> None:
            raise DatabaseError

    monkeypatch.setattr(probes, "connection", Gone())
    response = client.get("/ready")
    assert response.status_code == 503
    assert response.json()["reason"] == "The database cannot be reached."
