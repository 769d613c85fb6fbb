"""Works, their versions, the quality profiles they share, and what could not be read."""

from functools import cached_property

import msgspec
from django.db import models
from django.utils import timezone

from vitrine.records import Origin, Record, decode
from vitrine.server.collection.findings import Findings, read_findings


class Source(models.Model):
    """A feed the museum imports from: its name, format, and the mapping and settings that read it."""

    name = models.SlugField(max_length=80, unique=True)
    format = models.CharField(max_length=10)
    mapping = models.TextField(blank=True)
    created = models.DateTimeField(default=timezone.now)
    # Data-set level observations (titles used on many works …), counted when an import ends.
    observations = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.name


class Profile(models.Model):
    """A quality profile: everything that reports count and that mends depend on, shared by all works that agree in it.

    A report over a million works is one count of works per profile.
    """

    digest = models.BinaryField(max_length=16, unique=True)
    key = models.TextField()
    content = models.SmallIntegerField()
    metadata = models.CharField(max_length=1)
    language = models.CharField(max_length=1)
    enabling = models.CharField(max_length=1)
    contextual = models.CharField(max_length=1)
    rights = models.CharField(max_length=40)
    languages = models.JSONField()
    problems = models.JSONField()
    defects = models.JSONField()


class Work(models.Model):
    """A work as it is shown now: what lists, filters and reports need. Its record is in its versions and layers."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="works", db_index=False)
    key = models.CharField(max_length=400)
    number = models.IntegerField()
    digest = models.BinaryField(max_length=16)
    seen_in = models.BigIntegerField()
    profile = models.ForeignKey(Profile, on_delete=models.PROTECT, related_name="works")
    title = models.TextField()
    maker = models.TextField()
    type = models.CharField(max_length=200)
    earliest = models.IntegerField(null=True)
    latest = models.IntegerField(null=True)
    has_image = models.BooleanField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("source", "key"), name="work_source_key"),)
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title or self.identifier

    @property
    def identifier(self) -> str:
        """The record's id, `source:key`."""
        return f"{self.source.name}:{self.key}"

    def version(self, number: int | None = None) -> "Version":
        """Return a version of the source's record, the current one unless numbered."""
        return self.versions.get(number=self.number if number is None else number)


class Version(models.Model):
    """What the source said at one time: the canonical record, the raw one, and what was noticed while reading it."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="versions", db_index=False)
    number = models.IntegerField()
    data = models.BinaryField()
    raw = models.BinaryField()
    raw_checksum = models.BinaryField(max_length=32)
    locator = models.TextField()
    findings_data = models.BinaryField()
    job_id = models.BigIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("work", "number"), name="version_work_number"),)
        ordering = ("work_id", "number")

    def __str__(self) -> str:
        return f"{self.work_id}/{self.number}"

    @cached_property
    def record(self) -> Record:
        """The source's record, with its origin."""
        origin = Origin(
            feed=self.work.source.name,
            locator=self.locator,
            read_at=self.read_at.isoformat(timespec="seconds"),
            checksum=bytes(self.raw_checksum).hex(),
        )
        return msgspec.structs.replace(decode(bytes(self.data)), origin=origin)

    @cached_property
    def findings(self) -> Findings:
        """The repairs made and the defects seen when this version was read."""
        return read_findings(self.findings_data)


class Quarantined(models.Model):
    """Bytes of a feed that are no record we can read, kept whole, with the reason. `open` until a later import reads
    the same place without fault."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="quarantined")
    digest = models.BinaryField(max_length=16)
    locator = models.TextField()
    file = models.CharField(max_length=400)
    raw = models.BinaryField()
    reason = models.TextField()
    seen_in = models.BigIntegerField()
    first_seen = models.DateTimeField(default=timezone.now)
    open = models.BooleanField(default=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("source", "digest"), name="quarantined_source_digest"),)
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.locator}: {self.reason}"


class SourceFinding(models.Model):
    """What is wrong with a file beside its records, such as a row of a related table that belongs to none of them: kept
    with its content. `open` until a later import of the file no longer finds it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="source_findings")
    digest = models.BinaryField(max_length=16)
    code = models.CharField(max_length=40)
    locator = models.TextField()
    detail = models.TextField()
    file = models.CharField(max_length=400)
    seen_in = models.BigIntegerField()
    open = models.BooleanField(default=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("source", "digest"), name="source_finding_source_digest"),)
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.locator}: {self.code}"


class SourcePerson(models.Model):
    """A person as the records of a source name them beside an authority identifier, once for all records that agree."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="people")
    digest = models.BinaryField(max_length=16)
    uri = models.TextField()
    name = models.TextField()
    born = models.IntegerField(default=0)
    seen_in = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("source", "digest"), name="source_person_source_digest"),)
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.name}: {self.uri}"
