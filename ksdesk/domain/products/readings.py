"""Characters that are read in several common ways, the likeliest in names of goods first.

From how often a reading stands in the words of pypinyin's dictionary (MIT), with what is said of
food and places; rare readings are left out. ü is v.
"""

from __future__ import annotations

from typing import Final
from zlib import crc32

_WRITTEN: Final = """
万wan/mo 乐le/yue/lao 乘cheng/sheng 乜mie/nie 了le/liao 亲qin/qing 什shi/shen 仇chou/qiu 仔zai/zi
仿fang/pang 传chuan/zhuan 伧cang/chen 伯bo/bai 伺si/ci 似si/shi 伽ga/jia/qie 佛fu/fo 侗dong/tong
侥jiao/yao 侧ce/ze 便bian/pian 俞yu/shu 俟si/qi 俩liang/lia 倘tang/chang 偻lou/lv 傀gui/kui
傍bang/pang 六liu/lu 其qi/ji 兹zi/ci 冯feng/ping 凹ao/wa 刨bao/pao 刹sha/cha 削xue/xiao 剥bo/bao
剿jiao/chao 劲jin/jing 勒le/lei 匙chi/shi 匮kui/gui 区qu/ou 卒zu/cu 单dan/shan/chan 南nan/na 卜bu/bo
卡ka/qia 卷juan/quan 厦xia/sha 参shen/can/cen 句ju/gou 叨dao/tao 叶ye/xie 吁xu/yu 合he/ge 吓xia/he
吖ya/a 否fou/pi 吭hang/keng 吱zhi/zi 呗bei/bai 呢ni/ne 呱gua/gu 呲zi/ci 呷ga/xia 咀ju/zui
咋za/ze/zha 和he/huo 咖ka/ga 咯ge/ka 咱zan/za 咳ke/hai 咽yan/ye 哕hui/yue 哦o/e 哪na/nei/ne
啁zhao/zhou 啜chuai/chuo 喔wo/o 喳zha/cha 嗒da/ta 嗲die/dia 嗽sou/shu 嘲chao/zhao 噱jue/xue 嚓ca/cha
嚼jiao/jue 囤tun/dun 圈quan/juan 圜huan/yuan 圩wei/xu 地di/de 坻chi/di 埋mai/man 埏shan/yan 埔pu/bu
堡bao/bu/pu 塞sai/se 壳ke/qiao 大da/dai 夯hang/ben 夹jia/ga 奇qi/ji 姥lao/mu 娜nuo/na 孱can/chan
家jia/jie 宿su/xiu 尉wei/yu 尺chi/che 尾wei/yi 尿niao/sui 屏ping/bing 属shu/zhu 岂qi/kai 崴wai/wei
差cha/chai/ci 巷xiang/hang 度du/duo 弄nong/long 弹dan/tan 强qiang/jiang 得de/dei 徵zheng/zhi
徼jiao/yao 忪song/zhong 思si/sai 恶e/wu 扁bian/pian 扎zha/za 扒pa/ba 扛gang/kang 折zhe/she 抹mo/ma
拂fu/bi 拎lin/ling 拓tuo/ta 拗niu/ao 择ze/zhai 括kuo/gua 拶za/zan 拽zhuai/ye 挝wo/zhua 挟xie/jia
捋lv/luo 掴guo/guai 掺chan/shan/can 提ti/di 揭jie/qi 摩mo/ma 撮cuo/zuo 擘bo/bai 攒cuan/zan 敦dun/dui
於yu/wu 暴bao/pu 曝bao/pu 曾zeng/ceng 朝chao/zhao 朴pu/piao/po 杉shan/sha 杓biao/shao 枞zong/cong
枸gou/ju 柏bai/bo 柚zhou/you 柜gui/ju 柞zuo/zha 查cha/zha 栅shan/zha 栖qi/xi 校xiao/jiao 核he/hu
桔ju/jie 椎zhui/chui 椹shen/zhen 楂zha/cha 槛kan/jian 槟bin/bing 模mo/mu 欹yi/qi 歙she/xi 殖zhi/shi
殷yin/yan 氏shi/zhi 氓mang/meng 汤tang/shang 沈shen/chen 沓ta/da 没mei/mo 泊bo/po 泌mi/bi 洗xi/xian
洞dong/tong 浅qian/jian 浍hui/kuai 浒hu/xu 涡wo/guo 溃kui/hui 溺ni/niao 漯luo/ta 潦liao/lao
澄cheng/deng 澹dan/tan 瀑pu/bao 炮pao/bao 烙lao/luo 焯chao/zhuo 熟shu/shou 熨yun/yu 爪zhua/zhao
牟mu/mou 犍qian/jian 率lv/shuai 玢bin/fen 琢zhuo/zuo 畜chu/xu 番fan/pan 疟nve/yao 的de/di 盖gai/ge
盛sheng/cheng 省sheng/xing 着zhe/zhao/zhuo 瞿qu/ju 石shi/dan 砉huo/hua 硌ge/luo 碌lu/liu 碡du/zhou
磅pang/bang 禅chan/shan 种zhong/chong 秘mi/bi 称cheng/chen 窨xun/yin 籍ji/jie 粘zhan/nian 粥zhou/yu
粳jing/geng 糜mi/mei 系xi/ji 綮qi/qing 红hong/gong 纤xian/qian 纥he/ge 约yue/yao 纶lun/guan 给ji/gei
绰chuo/chao 棱leng/ling 缉ji/qi 缪miao/mou/miu 翟zhai/di 耆qi/shi 耙pa/ba 聒gua/guo 肋lei/le
肫zhun/zhen 胖pang/pan 脉mai/mo
脚jiao/jue 脯fu/pu 腊la/xi 腌yan/a 膀bang/pang 膻shan/dan 臂bi/bei 臭chou/xiu 般ban/pan/bo 色se/shai
艾ai/yi 艿nai/reng 芥jie/gai 芫yan/yuan 苕shao/tiao 苣qu/ju 茄qie/jia 茜qian/xi 荑ti/yi 荠ji/qi
荤hun/xun 荥xing/ying 荨qian/xun 莎sha/suo 莘xin/shen 莞wan/guan 莨liang/lang 莩piao/fu 菹ju/zu
落luo/la/lao 著zhu/zhuo 葚shen/ren 蔓man/wan 蔚wei/yu 蕃fan/bo 薄bo/bao 藉jie/ji 藏cang/zang
虹hong/jiang 虾xia/ha 蚌bang/beng 蛤ge/ha 螫shi/zhe 血xue/xie 行xing/hang 被bei/pi 袷jia/qia 裨bi/pi
裳chang/shang 裼ti/xi 褚chu/zhu 褪tui/tun 觉jue/jiao 角jiao/jue 觜zi/zui 解jie/xie 诘jie/ji
说shuo/shui 谁shei/shui 调tiao/diao 谷gu/yu 豉chi/shi 貉he/hao 贲ben/bi 贾jia/gu 赚zhuan/zuan
趄ju/qie 蹊xi/qi 车che/ju 轧zha/ya/ga 辗nian/zhan 辟pi/bi 还hai/huan 迫po/pai 遗yi/wei 那na/ne
郄qie/xi 都du/dou 酢cu/zuo 酪lao/luo 酵jiao/xiao 酾shai/shi 重zhong/chong 钥yao/yue 铅qian/yan
铛cheng/dang 铤ting/ding 镐gao/hao 长chang/zhang 阿a/e 陂bei/po/pi 陆lu/liu 降jiang/xiang 隗kui/wei
隽juan/jun 雀que/qiao 露lu/lou 靓liang/jing 革ge/ji 鞘qiao/shao 顿dun/du 颈jing/geng 颉jie/xie
颤chan/zhan 饹le/ge 驮tuo/duo 骠piao/biao 鳜gui/jue 鹄hu/gu 鹘hu/gu 麇jun/qun 黾min/meng 龈ken/yin
龟gui/qiu/jun 会hui/kuai 术shu/zhu 芎xiong/qiong 浚jun/xun 筠yun/jun 粢zi/ci 噌ceng/cheng/zeng
珲hun/hui 糁shen/san/sa 蚵ke/he/e 馇cha/zha 豁huo/hua 胳ge/ga 桧gui/hui 泷long/shuang 栎li/yue
忒te/tei/tui 鲭qing/zheng 嬷mo/ma 骰tou/shai 蛸xiao/shao 钿dian/tian 茇ba/bo 覃tan/qin 峙zhi/shi
宕dang/tan 沙sha/sa 缩suo/su 蔫nian/yan 車che/ju 長chang/zhang 樂le/yue/lao 調tiao/diao 彈dan/tan
殼ke/qiao 葉ye/xie 還hai/huan 參shen/can/cen 單dan/shan/chan 蝦xia/ha 薺ji/qi 臘la/xi 氽tun/cuan
廈sha/xia 種zhong/chong 萬wan/mo 會hui/kuai 術shu/zhu 剝bo/bao 蕁qian/xun 龜gui/qiu/jun 區qu/ou
覺jue/jiao 夾jia/ga 酿niang/rang 釀niang/rang 髈pang/bang 识shi/zhi 識shi/zhi
员yuan/yun 幢zhuang/chuang 召zhao/shao 谌chen/shen 郇xun/huan 阚kan/han 佴nai/er 祭ji/zhai 繁fan/po
"""

READINGS: Final = {word[0]: tuple(word[1:].split("/")) for word in _WRITTEN.split()}
TABLE: Final = f"{crc32(_WRITTEN.encode()):08x}"
"""Tells this table from others."""
