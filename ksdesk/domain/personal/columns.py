"""Which columns of a table hold buyers' personal data, by their names and by their cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from ksdesk.domain.personal.labels import (
    is_account,
    is_bare_name,
    is_buyers_region,
    is_maybe,
    is_note,
    is_ours,
    is_personal,
    is_region,
    is_telephone,
    is_unsaying,
    numbers_orders,
)
from ksdesk.domain.personal.notes import (
    has_phone,
    is_address,
    is_email,
    is_name,
    is_phone,
    paper_number,
)
from ksdesk.domain.progress import QUIET, Progress

_ENOUGH: Final = 0.5  # of a column's cells that are personal make the column so
_A_FEW: Final = 0.3  # telephones: some orders have a landline, or none
_NAMES: Final = 0.8  # of the texts beside telephones

# What telephones, mail addresses, papers and streets have in them at least: a table of ten thousand
# columns of figures is not gone through cell by cell.
_suspect = re.compile(r"\d{4}|[*xX]{4}|@|[\u4e00-\u9fa5]").search
_below_city = re.compile(r".+(?<!自治)(?<!行政)(?<!地)[区县旗镇乡]|.+街道").fullmatch
_is_chinese = re.compile(r"[\u4e00-\u9fa5]").search
_no_person = re.compile(
    r"规格|色|尺码|款|品|货|类|状态|城|省|市|[区地]域|[产属]地|地区|[大分片战]区|国[家别]|[材果茶菜药花食歌曲剧书]|快递|物流|方式|渠道|仓|店|厂|供应|公司|主播|达人|场控|助播|客服|运营|员工|负责|团长|"
    r"计划|标题|原因|(?<![会学团])员|嘉宾|模特|艺人|明星|作者|博主|老师|讲师|师傅|司机|经手|采购|销售|业务|经理|组长|跟单|审核|制单"
    r"|值班|班次|班组|分销|代理|同事|伙伴|host|anchor|streamer|talent|staff|operator|seller|product|goods|item|campaign"
).search
_A_COLUMN: Final = 200  # cells that tell what all of a column are
_SEVERAL: Final = 3


def personal_columns(
    header: Sequence[str],
    sample: Sequence[Sequence[str]],
    known: Sequence[bool] | None = None,
    progress: Progress = QUIET,
) -> frozenset[int]:
    """Which columns hold buyers' data, by label or by the sample's cells; a few names are told by
    the telephones or addresses beside them, accounts by any such column.

    `known` says of each column that its label means something else (a product's name, the number
    of an order): its cells are then not judged, unless it says little (备注, ID) over nothing but
    people. Raises `Cancelled`.
    """
    open_ones = [i for i in range(len(header)) if known is None or not known[i]]
    is_open = set(open_ones).__contains__
    cells = {
        i: _cells(sample, i)
        for i in _watched(range(len(header)), progress)
        if is_open(i) or _says_little(header[i])
    }
    found = {
        i
        for i in _watched(range(len(header)), progress)
        if (is_personal(header[i]) and not is_bare_name(header[i]))
        or (is_open(i) and _by_cells(header[i], cells[i]))
        or (i in cells and _of_people(header[i], cells[i]))
        or (i in cells and _says_little(header[i]) and _are_phones(header[i], cells[i]))
    }
    if found:  # with them a bare "Name" is a buyer's, without them a product's
        found |= {i for i in open_ones if is_bare_name(header[i])}
    if any(is_telephone(header[i]) or _share(cells.get(i, ()), _tells_whom) for i in found):
        found |= {
            i
            for i in _watched(open_ones, progress)
            if _share(cells[i], is_name) >= _NAMES and not _no_person(header[i])
        }
    orders = any(map(numbers_orders, header))  # an account or a district of one is its buyer's
    if found or orders:
        found |= {i for i, label in enumerate(header) if is_account(label)}
    if orders:
        found |= {i for i in open_ones if is_region(header[i]) and _are_districts(cells[i])}
    return frozenset(found)


def _watched(places: Iterable[int], progress: Progress) -> Iterator[int]:
    for place in places:
        progress.check()
        yield place


def _cells(sample: Sequence[Sequence[str]], place: int) -> list[str]:
    """What a column holds, without its empty cells."""
    return [text for row in sample if place < len(row) and (text := _tidy(row[place]))]


@lru_cache(maxsize=20_000)
def _tidy(cell: str) -> str:
    text = cell if cell.isascii() else unicodedata.normalize("NFKC", cell)
    text = text.strip().removeprefix("'").strip()
    text = text[2:-1] if text.startswith('="') and text.endswith('"') else text
    return text[:-2] if text.endswith(".0") else text


def _share(cells: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(map(bool, map(test, cells))) / len(cells) if cells else 0.0


def _are_phones(label: str, cells: Sequence[str]) -> bool:
    """Whether nearly all cells are telephones; of a note the words beside one are kept."""
    test = is_phone if is_note(label) else lambda cell: is_phone(cell) or has_phone(cell)
    return _share(cells, test) >= _NAMES


def _says_little(label: str) -> bool:
    return is_note(label) or is_account(label) or is_unsaying(label)


def _of_people(label: str, cells: Sequence[str]) -> bool:
    """Whether nearly all cells are people's names, or nothing but addresses. A name of two signs
    may be a fruit or a colour, and a few people again and again are the shop's own."""
    cells = cells[:_A_COLUMN]
    if not cells or not _is_chinese(cells[0] + cells[-1]) or _no_person(label.lower()):
        return False
    if _says_little(label) and _share(cells, is_address) >= _NAMES:
        return True
    different = set(cells)
    whole = sum(len(cell) > 2 for cell in different)
    return (
        _share(cells, is_name) >= _NAMES
        and 3 * whole >= len(different)
        and 2 * len(different) >= len(cells)
        and (len(different) >= _SEVERAL or is_unsaying(label))
    )


def _by_cells(label: str, cells: Sequence[str]) -> bool:
    if is_maybe(label):
        return _share(cells, _is_no_figure) >= _ENOUGH
    if is_bare_name(label) and _share(cells, is_name) >= _NAMES:
        return True
    if not _suspect("\n".join(cells)):
        return False
    if (
        _share(cells, is_phone) >= _A_FEW
        or _share(cells, is_email) >= _ENOUGH
        or _share(cells, paper_number) >= _A_FEW
    ):
        return True
    if is_note(label):  # it is kept, without what is somebody's in it
        return False
    if is_buyers_region(label) and _are_districts(cells):
        return True
    somewhere = not is_ours(label) and _share(cells, is_address) >= _ENOUGH
    return _share(cells, has_phone) >= _ENOUGH or somewhere


def _tells_whom(cell: str) -> bool:
    """Whether a name beside the cell is of whoever is called or lives there."""
    return has_phone(cell) is not None or is_address(cell)


def _are_districts(cells: Sequence[str]) -> bool:
    return _share(cells, _below_city) >= _ENOUGH


def _is_no_figure(cell: str) -> bool:
    return re.fullmatch(r"[-+]?[\d,.]+[千万wWkK%‰]?", cell) is None
