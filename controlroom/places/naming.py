"""Which district each feature of a boundary file is: by name, old name or census code, in whatever column."""

from collections.abc import Sequence

from controlroom.errors import BadInput
from controlroom.places.features import Feature, FeatureFile
from controlroom.places.model import District
from controlroom.places.spelling import letters
from controlroom.places.tables import DistrictNames

_STATE = "uttarpradesh"
_NAME_COLUMNS = (
    "key",
    "district",
    "districtname",
    "distname",
    "dtname",
    "distn",
    "dist",
    "name",
    "nameen",
    "name2",
)
_CODE_COLUMNS = ("dtcode", "censuscode", "dtcen", "dtcencd", "dtcen2011", "code2011", "censuscod", "distcode")


def name_features(
    file: FeatureFile, names: DistrictNames
) -> tuple[list[tuple[Feature, District]], tuple[str, ...]]:
    """Each feature of the state with its district, and notes; BadInput naming the first that is unknown."""
    features, notes = _of_the_state(file)
    column = _name_column(features, names)
    named = []
    for feature in features:
        label = feature.properties.get(column) if column else None
        district = names.named(label) if isinstance(label, str) else None
        district = district or _by_code(feature, names)
        if district is None:
            raise BadInput(_unknown(file.name, feature, label))
        named.append((feature, district))
    return named, notes


def _of_the_state(file: FeatureFile) -> tuple[list[Feature], tuple[str, ...]]:
    """Without the districts of other states, where a column tells the state."""
    columns = {column for feature in file.features for column in feature.properties}
    for column in sorted(columns):
        states = [_letters_of(feature, column) for feature in file.features]
        if _STATE not in states:
            continue
        own = [feature for feature, state in zip(file.features, states, strict=True) if state in (_STATE, "")]
        left_out = len(file.features) - len(own)
        note = (f"{left_out} districts of other states were left out.",) if left_out else ()
        return own, note
    return file.features, ()


def _name_column(features: Sequence[Feature], names: DistrictNames) -> str | None:
    """The column that names the most districts; of equals the one that is called so."""
    columns: dict[str, set[str]] = {}
    for feature in features:
        for column, value in feature.properties.items():
            district = names.named(value) if isinstance(value, str) else None
            if district is not None:
                columns.setdefault(column, set()).add(district.key)
    if not columns:
        return _called_a_name(features)
    return max(columns, key=lambda column: (len(columns[column]), -_rank(column), column))


def _called_a_name(features: Sequence[Feature]) -> str | None:
    """No district was recognised: the likeliest column still serves to say what stands there."""
    columns = {column for feature in features for column in feature.properties}
    likely = min(columns, key=lambda column: (_rank(column), column), default=None)
    return likely if likely is not None and _rank(likely) < len(_NAME_COLUMNS) else None


def _rank(column: str) -> int:
    plain = letters(column)
    return _NAME_COLUMNS.index(plain) if plain in _NAME_COLUMNS else len(_NAME_COLUMNS)


def _by_code(feature: Feature, names: DistrictNames) -> District | None:
    for column, value in feature.properties.items():
        if letters(column) in _CODE_COLUMNS and isinstance(value, str | int | float):
            return names.with_census_code(str(value).split(".")[0])
    return None


def _letters_of(feature: Feature, column: str) -> str:
    value = feature.properties.get(column)
    return letters(value) if isinstance(value, str) else ""


def _unknown(file: str, feature: Feature, label: object) -> str:
    if not isinstance(label, str) or not label.strip():
        found = ", ".join(sorted(feature.properties)[:8]) or "none"
        return (
            f"{file}, feature {feature.number}: no property names its district (properties: {found}); "
            "give each feature a property 'district'."
        )
    return (
        f"{file}, feature {feature.number}: '{label.strip()[:60]}' is not one of the 75 districts "
        "of Uttar Pradesh; correct the name or take the feature out."
    )
