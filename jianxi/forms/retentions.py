"""留用登记: where somebody stays, the contract, the insurance. What the days must agree with is in domain.retention_checks."""

from typing import Annotated

from jianxi.domain.retention_checks import Contract
from jianxi.forms.reading import Form
from jianxi.forms.types import Day, field, line, optional


class RetentionForm(Form):
    """As the employer fills it in."""

    post: Annotated[str, line(60)] = field("留用岗位")
    contract_from: Day = field("劳动合同起始日期")
    contract_to: Day = field("劳动合同终止日期")
    insured_on: Day | None = optional("社会保险参保日期")

    @property
    def contract(self) -> Contract:
        return Contract(self.contract_from, self.contract_to, self.insured_on)
