"""What a product is found by: folded words, codes, and the title's pinyin in every way typed."""

from __future__ import annotations

import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spelt_words import SPELT

from ksdesk.domain.products import Product, Sku
from ksdesk.domain.products.list import Catalogue, Query, Texts, kind_of
from ksdesk.domain.products.search_text import MOST_WORDS, SPLIT, WRITTEN_AS, found_by, query_words

APPLE = Product(
    title="洛川红富士 85mm 10斤",
    short_title="礼盒装",
    category="水果生鲜",
    selling_point="现摘现发",
    code="KS-0412",
    item_id="1000000000003",
    skus=(Sku(("大",), "KS-0412-大"),),
    note="等新箱子",
)


def listed(*products: Product) -> Catalogue:
    """A catalogue of the products, numbered by their places."""
    texts = [found_by(product).split(SPLIT) for product in products]
    whole = Texts([t[0] for t in texts], [t[1] for t in texts], array("l"), ())
    kinds = bytes([kind_of("draft", "", False)] * len(products))
    return Catalogue(array("q", range(len(products))), kinds, texts=whole)


def finds(text: str, *products: Product) -> list[int]:
    """The places of the products that a search finds."""
    return list(listed(*products).find(Query(query_words(text))).ids)


FOUND = """红富士|hfs|hongfushi|HongFuShi|ＨＦＳ|hongfs|hfush|hongf|红fs|hfs85|10斤|85mm|hfs 10斤
斤 hfs|hong fu shi|hong'fu'shi|ks-0412|KS-0412-大|0412|1000000000003|00003|水果|礼盒|现摘|等新"""


@pytest.mark.parametrize("text", FOUND.replace("\n", "|").split("|"))
def test_it_is_found(text):
    assert finds(text, APPLE) == [0]


@pytest.mark.parametrize("text", ["富红", "hsf", "hfs 斤10", "橙", "hongfz", "生鲜现摘", "xx"])
def test_it_is_not_found(text):
    assert finds(text, APPLE) == []


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("重庆火锅底料", "cqhg chongqing zhongqing"),
        ("长白山人参", "cbsrs changbaishan renshen"),
        ("茄子干", "qzg qiezi"),
        ("削皮器", "xpq xiaopiqi"),
        ("绿色毛衣", "lsmy lvse"),
        ("女装长款", "nzck nvzhuang changkuan"),
        ("薄荷糖", "bht bohe"),
        ("核桃仁", "htr hetao"),
        ("西安肉夹馍", "xian xi'an"),
    ],
)
def test_characters_with_two_readings_are_found_by_the_likely_ones(title, typed):
    for text in typed.split():
        assert finds(text, Product(title=title)) == [0], text


READ = """
重庆火锅底料:chongqinghuoguodiliao zhongqinghuoguodiliao cqhgdl chongqhgdl cqhuoguo|
阿胶糕:ejiao ajiao ejg ejiaog|猪肉脯:zhuroufu roufu zrf|
牛轧糖:niuzhatang niugatang niuyatang nzt nyt|扒鸡:paji pj baji|
豆豉酱:douchi dcj doushi|凤爪:fengzhua fengzhao fz|什锦:shijin sj|荸荠:biqi bq|
长白山人参:changbaishanrenshen cbsrs|山楂:shanzha sz|萝卜干:luobogan lbg|
东阿阿胶:dongeejiao deej|女士铝壶:nvshilvhu nslh lvhu|电饼铛:dianbingcheng dbc|
桔子:juzi jiezi|虾酱:xiajiang|海蜇:haizhe|芫荽籽:yansui yuansui|槟榔:binglang|
龟苓膏:guilinggao|血豆腐:xuedoufu xiedoufu|鳜鱼:guiyu|糯米糍粑:nuomiciba|蛤蜊:geli|蚌埠:bengbu|
桑葚干:sangshengan srg|枸杞:gouqi|薄荷叶:boheye|曲奇:quqi|可可粉:kekefen|
六安瓜片:luanguapian liuan|夹心:jiaxin|厦门馅饼:xiamen|番禺:panyu|率先:shuaixian lvxian|
掠夺:lveduo lueduo|咖喱:gali kali|番茄:fanqie|雪茄:xuejia|炸酱面:zhajiangmian|煲仔饭:baozaifan|
卤煮:luzhu|馄饨:huntun|粥:zhou|泡馍:paomo|核桃露:hetaolu|琥珀核桃:hupohetao|馕:nang|石斛:shihu|
茯苓:fuling|熟食:shushi|桂圆:guiyuan|黄芪:huangqi|重阳糕:chongyanggao|空调被:kongtiaobei|
行李箱:xinglixiang|银行卡:yinhangka|乐器:yueqi|快乐:kuaile|藏红花:zanghonghua|单县羊汤:shanxian|
朝鲜冷面:chaoxian|剥皮:bopi baopi|大枣:dazao|大夫:daifu|便宜:pianyi|鸡枞菌:jizongjun|酵素:jiaosu|
粳米:jingmi|荠菜:jicai|散装:sanzhuang|奶酪:nailao|调料:tiaoliao|弹簧:tanhuang|炮制:paozhi|
炮肉:baorou|血橙:xuecheng|石榴:shiliu|仔姜:zijiang zaijiang|角色:juese jiaose|壳:ke qiao|
削面:xiaomian|露酒:lujiu|尾巴:weiba yiba|酢浆草:cujiangcao zuo|
川芎:chuanxiong|白术:baizhu|荜茇:bibo|骰子:shaizi touzi|珲春大米:hunchundami|桑螵蛸:sangpiaoxiao|
蚵仔煎:ezaijian kezaijian|繁峙黄米:fanshihuangmi|浚县花生:xunxianhuasheng|覃记米粉:qinji tanji|
乐陵小枣:laolingxiaozao|会稽山黄酒:kuaijishan|沙琪玛:saqima|味噌:weizeng weicheng weiceng|
粢饭团:cifantuan|鲭鱼:qingyu|汆丸子:cuanwanzi|氽汤:cuantang|象棋車:xiangqiju|女红:nvgong nvhong|
穆棱木耳:mulingmuer mulengmuer|筠连红茶:junlianhongcha"""


@pytest.mark.parametrize("pair", READ.replace("\n", "").split("|"))
def test_every_common_reading_of_every_syllable_finds(pair):
    """A second reading reached three syllables: chongqinghuoguodiliao did not find 重庆火锅底料."""
    title, typed = pair.split(":")
    for text in typed.split():
        assert finds(text, Product(title=title)) == [0], text


@pytest.mark.slow
def test_words_of_food_clothes_and_the_household_are_found_as_they_are_said():
    pairs = re.findall(r"(\S*[\u4e00-\u9fff]) ?([a-z]+)", SPELT)
    assert len(pairs) >= 650
    assert [pair for pair in pairs if not finds(pair[1], Product(title=pair[0]))] == []


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("绿豆糕", "lüdougao lvdougao ludougao lǜdougao lüdg lvdg ludg"),
        ("阿胶驴肉", "ejiaolürou lvrou lurou lüro"),
        ("女童裙", "nüt nvtongqun nutong NÜTONG"),
        ("少女内衣", "shaonü shaonv shaonu"),
        ("侵略者模型", "qinlüezhe qinlvezhe qinluezhe"),
        ("棕榈扫帚", "zonglü zonglv zonglu"),
        ("膂力训练器 铝合金", "lüli lvhejin luhejin"),
    ],
)
def test_u_with_two_dots_is_typed_as_v_as_u_and_as_itself(title, typed):
    for text in typed.split():
        assert finds(text, Product(title=title)) == [0], text


def test_a_name_with_umlauts_is_found_as_it_is_written():
    for name in ("Müller 锅", "Blüten 茶", "Nürnberg 饼", "Lüneburg 蜜"):
        assert finds(name, Product(title=name)) == [0], name


def test_whoever_changes_what_is_written_raises_the_number_in_its_name():
    """Else the books of sellers keep what older versions wrote: readings are watched by the name
    itself, the rest by this."""
    written = found_by(Product(title="5斤绿米", code="K 1", note="lü"))
    assert written == "5斤绿米" + SPLIT + ("k 1\nlv\n5\n5jinlvmi\n5jlm\n 5 jin lv/lu mi\n5jinlumi")
    assert WRITTEN_AS.startswith("3 ")


def test_two_second_readings_in_one_title_are_found_together():
    product = Product(title="重庆长寿血豆腐参茸酒")
    for text in ("chongqingzhangshouxiedoufushenrongjiu", "chongqzhangsxiedf"):
        assert finds(text, product) == [0], text
    assert finds("chongqingzhangshouxuedoufua", product) == []
    for text in ("eejiao", "东eejiao", "eej", "dongeej"):
        assert finds(text, Product(title="东阿阿胶")) == [0], text


GOODS = "红富士 5斤|红枣礼盒 5斤|长白山人参|西安肉夹馍|荷塘藕粉|雪梨|香梨 10斤|礼箱".split("|")


@given(
    st.lists(st.sampled_from("hongfs lixiang 红富士 5斤 hfs xiang hetang xl".split()), max_size=6)
)
def test_typed_letter_by_letter_it_finds_what_it_finds_at_once(searches):
    products = [Product(title=title) for title in GOODS * 2]
    kept = listed(*products)
    for search in searches:
        for end in range(1, len(search) + 1):
            found = kept.find(Query(query_words(search[:end]))).ids
            assert list(found) == finds(search[:end], *products)


def test_a_search_never_matches_across_two_fields():
    """selling point "…发" followed by the note "财…" is not 发财."""
    product = Product(title="橙", selling_point="现发", note="财源", code="AB", item_id="CD")
    assert finds("发财", product) == []
    assert finds("abcd", product) == []
    mixed = Product(title="苹果SE果袋XL加厚")
    assert finds("se xl", mixed) == finds("xl", mixed) == [0]
    assert finds("sexl", mixed) == finds("xx", mixed) == []


def test_a_pasted_link_is_found_by_its_number_and_without_a_title_by_itself():
    link = "看看 https://item.jd.com/10000000000003.html?utm=1"
    assert finds("10000000000003", Product("link", "削皮器", link=link)) == [0]
    assert finds("item.jd.com", Product("link", link=link)) == [0]


def test_what_nobody_sees_is_not_searched_for():
    """Direction marks come along when a number is copied from a chat."""
    for text in ("\u202d1000000000003\u202c", "\ufeffKS-0412", "红\u200b富士"):
        assert finds(text, APPLE) == [0], ascii(text)
    assert finds("红富士", Product(title="红\u2060富士\u200e")) == [0]


def test_many_products_are_told_apart():
    goods = (APPLE, Product(title="黄富山石斛"), Product(title="HFS phone stand"))
    assert finds("hfs", *goods) == [0, 1, 2]
    assert finds("红富士", *goods) == [0]
    assert finds("hongfs", *goods) == [0]


def test_a_product_without_anything_is_marked_as_looked_at():
    assert found_by(Product())


def test_a_character_without_a_reading_stands_in_no_ones_way():
    product = Product(title="重㘻庆 㘻")
    assert finds("重㘻", product) == finds("chong", product) == finds("zhongqing", product) == [0]


@given(st.text(max_size=60))
def test_any_title_is_found_by_each_of_its_own_words(title):
    product = Product(title=title)
    text = found_by(product)
    assert text.count(SPLIT) == 1
    for word in query_words(title):
        if "'" not in title and "’" not in title:
            assert finds(word, product) == [0], word


def test_a_page_that_was_pasted_by_mistake_is_a_search_of_its_first_words(book, now):
    """Thousands of words ended in a RecursionError."""
    assert len(query_words("甲 a " * 20_000)) == 2
    words = query_words(" ".join(f"词{n}" for n in range(5_000)))
    assert len(words) == MOST_WORDS
    assert book.reader.products.find(words, 5) == ()
