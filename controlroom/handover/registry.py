"""Every kind of connector by its name. A new one is a file beside this and a line here."""

from collections.abc import Callable
from typing import Final

from controlroom.casework.handing.ports import Connector, ConnectorSettings
from controlroom.errors import BadInput
from controlroom.handover.cap_folder import CapFolder
from controlroom.handover.cap_https import CapHttps
from controlroom.handover.eido import EidoHttps
from controlroom.handover.phone import Phone
from controlroom.handover.slip import Slip
from controlroom.handover.sms import SmsHttps
from controlroom.handover.smtp import Smtp

REGISTRY: Final[dict[str, Callable[[ConnectorSettings], Connector]]] = {
    "smtp": Smtp,
    "eido-https": EidoHttps,
    "cap-https": CapHttps,
    "cap-folder": CapFolder,
    "sms-https": SmsHttps,
    "slip": Slip,
    "phone": Phone,
}


def connector_of(settings: ConnectorSettings) -> Connector:
    """The connector that these settings describe. Raises BadInput where they can't be used."""
    make = REGISTRY.get(settings.kind)
    if make is None:
        raise BadInput(
            "'{value}' is no kind of connector; it is one of: {allowed}.",
            value=settings.kind,
            allowed=", ".join(REGISTRY),
        )
    return make(settings)
