<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AboutTab</name>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>A desk for people who sell by livestream on Kuaishou: opening the shop, the deposit, products, and what paid traffic really brought.</source>
        <translation>给快手直播卖货的人用的小店助手：开店、保证金、商品，还有花钱买的流量到底带来了什么。</translation>
    </message>
    <message>
        <source>Opens no network connection, ever. What you enter stays here.</source>
        <translation>从不联网。填的东西都留在这台电脑。</translation>
    </message>
    <message>
        <source>One book in one folder of yours. No account, no tracking.</source>
        <translation>一个文件夹，一本账。不用注册，也不跟踪你。</translation>
    </message>
    <message>
        <source>Independent of Kuaishou, not made or endorsed by it. What your phone and the platform say counts before anything said here.</source>
        <translation>跟快手公司没有关系，不是它做的，也没经它认可。手机上和平台怎么写，以它们为准。</translation>
    </message>
    <message>
        <source>What ships with it</source>
        <translation>用到的开源软件</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>The list of licences is not in this copy.</source>
        <translation>这份软件里没带许可清单。</translation>
    </message>
    <message>
        <source>{name}, full text ›</source>
        <translation>{name} 全文 ›</translation>
    </message>
    <message>
        <source>Font: Noto Sans SC, SIL Open Font License 1.1, cut to the needed signs.</source>
        <translation>字体：思源黑体（Noto Sans SC），SIL 开放字体许可 1.1，只留用得到的字。</translation>
    </message>
    <message>
        <source>Qt is used under the LGPL 3; its libraries are files that can be replaced.</source>
        <translation>Qt 按 LGPL 3 使用：库文件单独放着，可以换成你自己的。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
</context>
<context>
    <name>AdjustmentSheet</name>
    <message>
        <source>Adjustment for last month&apos;s sales</source>
        <translation>上月销售调整</translation>
    </message>
    <message>
        <source>What is added on top of the minimum, not the step from before.</source>
        <translation>填的是在最低标准之上加了多少，不是比上次多了多少。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加多少</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Added to the minimum</source>
        <translation>在最低标准上加</translation>
    </message>
    <message>
        <source>which notice</source>
        <translation>哪条通知</translation>
    </message>
</context>
<context>
    <name>AfterList</name>
    <message>
        <source>Change the list</source>
        <translation>改清单</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>播后清单</translation>
    </message>
</context>
<context>
    <name>Aftersales</name>
    <message>
        <source>Refund only</source>
        <translation>仅退款</translation>
    </message>
    <message>
        <source>Return and refund</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>your turn</source>
        <translation>等你答复</translation>
    </message>
    <message>
        <source>buyer&apos;s turn</source>
        <translation>等买家</translation>
    </message>
    <message>
        <source>goods are on their way back</source>
        <translation>退货在路上</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>安抚</translation>
    </message>
    <message>
        <source>say sorry, don&apos;t argue</source>
        <translation>先认，别争</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>查清怎么回事</translation>
    </message>
    <message>
        <source>tell the buyer</source>
        <translation>把结果告诉买家</translation>
    </message>
    <message>
        <source>Satisfied?</source>
        <translation>是否满意</translation>
    </message>
    <message>
        <source>the buyer decides</source>
        <translation>买家说了算</translation>
    </message>
    <message>
        <source>Calm: first take the buyer&apos;s side</source>
        <translation>安抚：先认，别争</translation>
    </message>
    <message>
        <source>Check: what really happened</source>
        <translation>核实：到底怎么回事</translation>
    </message>
    <message>
        <source>Report: tell the buyer the result</source>
        <translation>反馈：把结果告诉买家</translation>
    </message>
    <message>
        <source>Satisfied? Ask the buyer</source>
        <translation>是否满意：问一句买家</translation>
    </message>
    <message>
        <source>All said: close it with outcome and cost</source>
        <translation>都说好了：记下结果和花费，结案</translation>
    </message>
    <message>
        <source>Close it: outcome and cost</source>
        <translation>结案：结果和花费</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>The platform closed it: how did it end?</source>
        <translation>平台已经关单：结果是什么</translation>
    </message>
    <message>
        <source>Said it, on to checking</source>
        <translation>安抚过了，去核实</translation>
    </message>
    <message>
        <source>Checked, on to reporting</source>
        <translation>核实完了，去反馈</translation>
    </message>
    <message>
        <source>Told the buyer</source>
        <translation>告诉买家了</translation>
    </message>
    <message>
        <source>The buyer is satisfied</source>
        <translation>买家满意</translation>
    </message>
    <message>
        <source>What you said to the buyer</source>
        <translation>你跟买家说了什么</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>查到了什么</translation>
    </message>
    <message>
        <source>What the buyer says</source>
        <translation>买家怎么说</translation>
    </message>
    <message>
        <source>Looked at the buyer&apos;s photos</source>
        <translation>看了买家的照片</translation>
    </message>
    <message>
        <source>Looked up the check before shipping</source>
        <translation>查了发货前检查</translation>
    </message>
    <message>
        <source>Asked the courier</source>
        <translation>问了快递：路上有没有摔过</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Not clear</source>
        <translation>说不清</translation>
    </message>
    <message>
        <source>Money back, goods kept</source>
        <translation>退款，货不用寄回</translation>
    </message>
    <message>
        <source>Goods back, money back</source>
        <translation>退货退款</translation>
    </message>
    <message>
        <source>A part of the money</source>
        <translation>退一部分钱</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>换了货</translation>
    </message>
    <message>
        <source>Sent once more</source>
        <translation>补发了</translation>
    </message>
    <message>
        <source>Nothing paid</source>
        <translation>没退没赔</translation>
    </message>
    <message>
        <source>Taken back by the buyer</source>
        <translation>买家撤销</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Order …{tail}</source>
        <translation>尾号 {tail}</translation>
    </message>
    <message>
        <source>paid {amount}</source>
        <translation>实付 {amount}</translation>
    </message>
    <message>
        <source>noted by hand</source>
        <translation>手工记的</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>没记结果</translation>
    </message>
    <message>
        <source>closed there</source>
        <translation>平台已关单</translation>
    </message>
    <message>
        <source>the platform decides</source>
        <translation>平台在看</translation>
    </message>
    <message>
        <source>no deadline known</source>
        <translation>时限不明</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>超了 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} 天 {hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>Closed on {moment}</source>
        <translation>{moment} 结案</translation>
    </message>
    <message>
        <source>The clock stands while the buyer is to act</source>
        <translation>轮到买家，时限先停着</translation>
    </message>
    <message>
        <source>No deadline known: type the one the phone shows</source>
        <translation>时限不明，手机上有就填进来</translation>
    </message>
    <message>
        <source>Its own deadline: {moment}</source>
        <translation>售后单自己的截止时间：{moment}</translation>
    </message>
    <message>
        <source>Confirm the goods by {moment}</source>
        <translation>{moment} 前确认收到退货</translation>
    </message>
    <message>
        <source>Answer by {moment}, else the system agrees</source>
        <translation>{moment} 前不答复，系统自动同意</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>正在做</translation>
    </message>
    <message>
        <source>{what}, by {day}</source>
        <translation>{what}，{day}前</translation>
    </message>
    <message>
        <source>days off skipped: {days}</source>
        <translation>跳过休息日：{days}</translation>
    </message>
</context>
<context>
    <name>AftersalesPage</name>
    <message>
        <source>Drop it here</source>
        <translation>放到这里</translation>
    </message>
    <message>
        <source>Note one by hand</source>
        <translation>手工记一件</translation>
    </message>
    <message>
        <source>Import after-sales cases</source>
        <translation>导入售后单</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Calm, check, report the result, ask if they are satisfied</source>
        <translation>先安抚，再核实，告诉买家结果，问满不满意</translation>
    </message>
    <message>
        <source>Choose a case of the list</source>
        <translation>在左边选一件</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>这一步</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说过的话</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>看哪一部分</translation>
    </message>
    <message>
        <source>No after-sales case yet</source>
        <translation>还没有售后单</translation>
    </message>
    <message>
        <source>Bring the platform&apos;s file of cases, or note one by hand. Then you see who waits for an answer, and until when.</source>
        <translation>导入平台的售后单，或手工记一件。谁在等答复、等到几点，都在这里看。</translation>
    </message>
</context>
<context>
    <name>AgenciesRoom</name>
    <message>
        <source>Who delivered what</source>
        <translation>谁投得怎么样</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>From what reports say of their plans, else from the whole shop&apos;s traffic in their hours, against the weeks before. One label is one agency, or one way of buying. Likely, not proven.</source>
        <translation>先看报表里他们那些计划的数；报表没写的，看计划那段时间全店的流量，跟前几周比。一个标签算一家代理，或一种买法。只是大概，不算证据。</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>From</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>花了</translation>
    </message>
    <message>
        <source>Per order</source>
        <translation>每单</translation>
    </message>
    <message>
        <source>Per fan</source>
        <translation>每粉丝</translation>
    </message>
    <message>
        <source>{n} rose</source>
        <translation>{n} 个涨了</translation>
    </message>
    <message>
        <source>{n} brought no more than usual</source>
        <translation>{n} 个没涨</translation>
    </message>
    <message>
        <source>{n} suspect</source>
        <translation>{n} 个疑似异常</translation>
    </message>
    <message>
        <source>{n} by the whole shop&apos;s traffic</source>
        <translation>{n} 个按全店流量看</translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n 个计划</numerusform>
        </translation>
    </message>
    <message>
        <source>{suspect} of {days} days suspect</source>
        <translation>{days} 天里 {suspect} 天疑似异常</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Nobody to rate yet</source>
        <translation>还没有可评的代理</translation>
    </message>
    <message>
        <source>Write who delivers into a plan&apos;s label. Once it runs, what came of it is held against your weeks before.</source>
        <translation>把谁投的写进计划的标签里。跑起来以后，会拿你之前几周的数来比。</translation>
    </message>
</context>
<context>
    <name>AgencySheet</name>
    <message>
        <source>What to ask the agency</source>
        <translation>问代理的话术</translation>
    </message>
    <message>
        <source>Change it as you like, copy it and send it yourself. ksdesk sends nothing.</source>
        <translation>改成自己的话，复制了自己发。ksdesk 什么都不会发出去。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AlarmCard</name>
    <message>
        <source>Handled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Show it on the curve</source>
        <translation>在曲线上看</translation>
    </message>
    <message>
        <source>Which rule says so ›</source>
        <translation>依据哪条规则 ›</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>What to ask the agency</source>
        <translation>问代理的话术</translation>
    </message>
    <message>
        <source>Handled on {when}</source>
        <translation>{when} 处理了</translation>
    </message>
    <message>
        <source>Ignored on {when}</source>
        <translation>{when} 忽略了</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果怎样，记一句</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Let it be new again</source>
        <translation>改回未处理</translation>
    </message>
</context>
<context>
    <name>AlarmDesk</name>
    <message>
        <source>Noted as handled</source>
        <translation>已标为「已处理」</translation>
    </message>
    <message>
        <source>Ignored from now on</source>
        <translation>以后不再提醒</translation>
    </message>
    <message>
        <source>mark on an alarm</source>
        <translation>标记异常</translation>
    </message>
    <message>
        <source>It is new again</source>
        <translation>已改回未处理</translation>
    </message>
    <message>
        <source>The sample is in the bin</source>
        <translation>这次抽样放进回收站了</translation>
    </message>
    <message>
        <source>sample of new fans</source>
        <translation>新粉丝抽样</translation>
    </message>
</context>
<context>
    <name>AlarmLine</name>
    <message>
        <source>{what}, ignored</source>
        <translation>{what}，已忽略</translation>
    </message>
    <message>
        <source>{what}, handled</source>
        <translation>{what}，已处理</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message numerus="yes">
        <source>%n handled</source>
        <translation>
            <numerusform>已处理 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ignored</source>
        <translation>
            <numerusform>已忽略 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlarmStrip</name>
    <message>
        <source>Handled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>Looks off</source>
        <translation>疑似异常</translation>
    </message>
    <message>
        <source>Sudden rise</source>
        <translation>突然升高</translation>
    </message>
    <message>
        <source>Paid, nothing rose</source>
        <translation>花了没涨</translation>
    </message>
    <message>
        <source>{weekday} night</source>
        <translation>{weekday}凌晨</translation>
    </message>
    <message>
        <source>{weekday} morning</source>
        <translation>{weekday}上午</translation>
    </message>
    <message>
        <source>{weekday} afternoon</source>
        <translation>{weekday}下午</translation>
    </message>
    <message>
        <source>{weekday} evening</source>
        <translation>{weekday}晚</translation>
    </message>
    <message>
        <source>Views at quiet hours</source>
        <translation>冷清时段的观看</translation>
    </message>
    <message>
        <source>Fans lost in the 10 days after</source>
        <translation>之后 10 天掉粉</translation>
    </message>
    <message>
        <source>hardly anybody clicked products</source>
        <translation>没人点商品</translation>
    </message>
    <message>
        <source>hardly anybody wrote a comment</source>
        <translation>没人评论</translation>
    </message>
    <message>
        <source>hardly anybody gave a like</source>
        <translation>没人点赞</translation>
    </message>
    <message>
        <source>hardly anybody shared it</source>
        <translation>没人分享</translation>
    </message>
    <message>
        <source>hardly anybody followed</source>
        <translation>没人关注</translation>
    </message>
    <message>
        <source>product clicks did not keep up</source>
        <translation>点商品的没跟上</translation>
    </message>
    <message>
        <source>comments did not keep up</source>
        <translation>评论没跟上</translation>
    </message>
    <message>
        <source>likes did not keep up</source>
        <translation>点赞没跟上</translation>
    </message>
    <message>
        <source>shares did not keep up</source>
        <translation>分享没跟上</translation>
    </message>
    <message>
        <source>new fans did not keep up</source>
        <translation>关注没跟上</translation>
    </message>
    <message>
        <source>▲ more</source>
        <translation>▲ 多</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>差不多</translation>
    </message>
    <message>
        <source>{day} {first}–{last}h</source>
        <translation>{day} {first}–{last}点</translation>
    </message>
    <message>
        <source>stretch of days</source>
        <translation>同样几天</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n} 倍</translation>
    </message>
    <message>
        <source>{clauses}.</source>
        <translation>{clauses}。</translation>
    </message>
    <message>
        <source>{measure} {seen}, usually {usual}</source>
        <translation>{measure} {seen}，往常 {usual}</translation>
    </message>
    <message>
        <source>{measure} came up to {n} where usually there are none</source>
        <translation>往常没有{measure}，这次有 {n}</translation>
    </message>
    <message>
        <source>{measure} were {n} times those of a usual {period}</source>
        <translation>{measure}比往常的{period}多 {n} 倍</translation>
    </message>
    <message>
        <source>{measure} were {percent} above a usual {period}</source>
        <translation>{measure}比往常的{period}多 {percent}</translation>
    </message>
    <message>
        <source>{measure} were like on a usual {period}</source>
        <translation>{measure}和往常的{period}差不多</translation>
    </message>
    <message>
        <source>but {what}</source>
        <translation>可是{what}</translation>
    </message>
    <message>
        <source>only likes came along, {n} of them</source>
        <translation>只有点赞跟着来了 {n} 个</translation>
    </message>
    <message>
        <source>they stayed {stay} on average</source>
        <translation>平均只停 {stay}</translation>
    </message>
    <message>
        <source>{what}: {due} expected, only {seen} came</source>
        <translation>{what}：应有 {due} 次，只有 {seen} 次</translation>
    </message>
    <message>
        <source>{seen} new fans came, by the views only {due} were to be expected</source>
        <translation>新增粉丝 {seen} 个，按观看只该有 {due} 个</translation>
    </message>
    <message>
        <source>the views were as usual</source>
        <translation>观看却和往常一样</translation>
    </message>
    <message>
        <source>in the ten days after {n} unfollowed</source>
        <translation>之后十天掉了 {n} 个</translation>
    </message>
    <message>
        <source>They stayed {stay} on average, usually {usual}</source>
        <translation>平均停了 {stay}，往常 {usual}</translation>
    </message>
    <message>
        <source>but nobody did more than usual, as if phones were left on</source>
        <translation>可是没人多点一下、多说一句，像手机挂着没人看</translation>
    </message>
    <message>
        <source>and product clicks rose along</source>
        <translation>商品点击也跟着多了</translation>
    </message>
    <message>
        <source>but product clicks did not rise along</source>
        <translation>可是商品点击没跟着多</translation>
    </message>
    <message>
        <source>{measure} rose to {seen} an hour; the high of a day is {usual}</source>
        <translation>{measure}一小时升到 {seen}，往常一天最高才 {usual}</translation>
    </message>
    <message>
        <source>{measure} rose to {seen} an hour; usual then are {usual}</source>
        <translation>{measure}一小时升到 {seen}，往常这个钟点是 {usual}</translation>
    </message>
    <message>
        <source>{amount} were spent and nothing rose</source>
        <translation>花了 {amount}，曲线没往上走</translation>
    </message>
    <message>
        <source>{amount} was spent in these hours.</source>
        <translation>这段时间花了 {amount}。</translation>
    </message>
    <message>
        <source>▼ less</source>
        <translation>▼ 少</translation>
    </message>
    <message>
        <source>▲ long</source>
        <translation>▲ 长</translation>
    </message>
    <message>
        <source>▼ short</source>
        <translation>▼ 短</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>这几天</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>这晚</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>这段</translation>
    </message>
    <message>
        <source>{amount} spent this evening counts in the ROI; where sales are known, the ROI without it stands beside.</source>
        <translation>这晚的 {amount} 照样算进 ROI；知道成交额时，旁边另写不含它的 ROI。</translation>
    </message>
    <message>
        <source>{amount} spent in these hours counts in the ROI; where sales are known, the ROI without it stands beside.</source>
        <translation>这段的 {amount} 照样算进 ROI；知道成交额时，旁边另写不含它的 ROI。</translation>
    </message>
    <message>
        <source>Looked at by hour from {first} to {last}: {measures}.</source>
        <translation>{first}到{last}的{measures}已按小时查过。</translation>
    </message>
    <message>
        <source>Older hours are left out.</source>
        <translation>更早的没查。</translation>
    </message>
    <message>
        <source>Your reports have no views; {measure} stands for them.</source>
        <translation>报表里没有观看数，用{measure}代替。</translation>
    </message>
    <message>
        <source>“{name}”: {bad} of its {days} evenings that week look off</source>
        <translation>「{name}」那一周投的 {days} 晚里有 {bad} 晚疑似异常</translation>
    </message>
    <message>
        <source>“{name}”: {bad} of its {days} days that week look off</source>
        <translation>「{name}」那一周投的 {days} 天里有 {bad} 天疑似异常</translation>
    </message>
    <message>
        <source>Hello, about {when}</source>
        <translation>你好，{when} 这段</translation>
    </message>
    <message>
        <source>Hello, about “{name}” on {when}</source>
        <translation>你好，「{name}」{when} 这段</translation>
    </message>
    <message>
        <source>{measure}: usually {usual}, this time {seen}</source>
        <translation>{measure}：往常 {usual}，这次 {seen}</translation>
    </message>
    <message>
        <source>Please send me the breakdown of these hours: by channel and placement, by hour, with views, stay, clicks and new fans of each, and what was spent. I stop this plan until I have it. If a channel is not real, I ask for a refund or a new delivery.</source>
        <translation>麻烦给我这段时间的明细：分渠道、分位置、分小时，每一项的观看、停留、点击、新增粉丝和花费。明细没来之前这个计划先停。哪个渠道不是真人，请退款或者重新投。</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AttachSheet</name>
    <message>
        <source>Which campaign of the reports is it?</source>
        <translation>是报表里的哪个计划？</translation>
    </message>
    <message>
        <source>Without a tick it is found by the plan&apos;s name, else by its label.</source>
        <translation>都不勾就按名称找，找不到再按标签找。</translation>
    </message>
    <message>
        <source>{name}, {spend} spent in all</source>
        <translation>{name}，一共花了 {spend}</translation>
    </message>
    <message>
        <source>No report names campaigns yet. Import one under Traffic.</source>
        <translation>还没有带计划的报表，先到「流量」导入。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>记下</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>daily</source>
        <translation>每天一份</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>before going back</source>
        <translation>恢复前</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Ledger lines</source>
        <translation>保证金流水</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Traffic rows</source>
        <translation>流量记录</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Other rows</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Opening steps</source>
        <translation>开店步骤</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>newer version</source>
        <translation>版本更新</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>不在了</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>坏了</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>没错，就是变少了</translation>
    </message>
    <message>
        <source>Delete these backups …</source>
        <translation>删除这些备份…</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>还没备份</translation>
    </message>
    <message>
        <source>See what going back changes ›</source>
        <translation>看恢复后的变化 ›</translation>
    </message>
    <message>
        <source>One is made each day, before every upgrade and going back, and before an import once the last is an hour old. Kept are those of the last {days} days and {weeks} weeks, and {others} others.</source>
        <translation>每天一份；升级、恢复之前各留一份；导入之前，离上一份满一小时也留一份。保留最近 {days} 天和 {weeks} 周的，其他的留 {others} 份。</translation>
    </message>
    <message>
        <source>The sample shop is not backed up.</source>
        <translation>示例店铺不备份。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>流水</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量记录</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The book holds {now} rows, the copy of {day} {then}. Larger copies stay for now.</source>
        <translation>账本现在有 {now} 条，{day} 的备份有 {then} 条。条数多的备份先都留着。</translation>
    </message>
    <message numerus="yes">
        <source>%n older backups still hold buyers&apos; names, phones or addresses.</source>
        <translation>
            <numerusform>有 %n 份旧备份里还有买家的姓名、电话或地址。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the older backups?</source>
        <translation>删除这些旧备份？</translation>
    </message>
    <message>
        <source>They were made before this version took buyers&apos; data out of the shop&apos;s data. A new backup is made first. What only the older ones hold cannot be brought back.</source>
        <translation>这些备份是在清掉买家信息之前做的。删除前会先做一份新备份。只在旧备份里才有的内容，删除后找不回来。</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The older backups are deleted</source>
        <translation>旧备份已删除</translation>
    </message>
    <message>
        <source>A backup is being made.</source>
        <translation>正在备份。</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Choose a copy in the list first.</source>
        <translation>先在列表里选一份。</translation>
    </message>
    <message>
        <source>This copy cannot be used.</source>
        <translation>这一份用不了。</translation>
    </message>
    <message>
        <source>Going back to a copy</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Back at {when}. The book as it was before is in the list as well.</source>
        <translation>已恢复到 {when}。恢复前的账本也在列表里。</translation>
    </message>
</context>
<context>
    <name>BasicsSection</name>
    <message>
        <source>Link or share text</source>
        <translation>链接或分享口令</translation>
    </message>
    <message>
        <source>Paste it as you copied it; it is kept to the letter</source>
        <translation>复制来的整段贴进来，一个字不改</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>短标题</translation>
    </message>
    <message>
        <source>Selling point</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>As the phone shows it</source>
        <translation>照手机上的写</translation>
    </message>
    <message>
        <source>Choose a category</source>
        <translation>选类目</translation>
    </message>
</context>
<context>
    <name>BesideBar</name>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Count both</source>
        <translation>两样都算</translation>
    </message>
    <message>
        <source>Figures by hand beside imported ones</source>
        <translation>手工记的和报表里的都有</translation>
    </message>
    <message numerus="yes">
        <source>%n more figures stand beside imported ones</source>
        <translation>
            <numerusform>还有 %n 个数字报表里也有</numerusform>
        </translation>
    </message>
    <message>
        <source>{said}; {more}</source>
        <translation>{said}；{more}</translation>
    </message>
</context>
<context>
    <name>BigScreen</name>
    <message>
        <source>For the streamer</source>
        <translation>主播看的大字</translation>
    </message>
    <message>
        <source>was ¥{price}</source>
        <translation>划线价 ¥{price}</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>剩 {n} 件</translation>
    </message>
    <message>
        <source>Next: {title}</source>
        <translation>下一件：{title}</translation>
    </message>
    <message>
        <source>That was the last one</source>
        <translation>这是最后一件</translation>
    </message>
</context>
<context>
    <name>BlackoutSheet</name>
    <message>
        <source>Black out what shows a person</source>
        <translation>涂掉能认出人的地方</translation>
    </message>
    <message>
        <source>Drag over names, numbers and addresses. It cannot be seen again.</source>
        <translation>在名字、号码、地址上拖一下，涂掉就看不回来了。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>涂好了</translation>
    </message>
    <message>
        <source>Take the last box back</source>
        <translation>撤回一块</translation>
    </message>
    <message>
        <source>Take the photo out</source>
        <translation>不放这张</translation>
    </message>
</context>
<context>
    <name>BookPage</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>To the backups ›</source>
        <translation>去看备份 ›</translation>
    </message>
    <message>
        <source>The book cannot be read right now</source>
        <translation>账本现在读不了</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>什么都没改</translation>
    </message>
    <message>
        <source>Only the reading failed; the file is as it was.</source>
        <translation>只是没读成，文件还是原样。</translation>
    </message>
</context>
<context>
    <name>BrandForm</name>
    <message>
        <source>Some brands cannot enter Kuaishou. Look yours up in the rule centre first.</source>
        <translation>部分品牌进不了快手，先去规则中心查一下你的牌子。</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Trademark: number or name</source>
        <translation>商标（注册号或名称）</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Authorisation ends</source>
        <translation>授权到期日</translation>
    </message>
    <message>
        <source>Brands, at least {n}</source>
        <translation>品牌，至少 {n} 个</translation>
    </message>
    <message numerus="yes">
        <source>Ended %n days ago, ask for a new one</source>
        <translation>
            <numerusform>已过期 %n 天，先续授权</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends in %n days, renew it in time</source>
        <translation>
            <numerusform>还有 %n 天到期，早点续</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>Import traffic report</source>
        <translation>导入流量报表</translation>
    </message>
    <message>
        <source>Tables ({kinds});;All files (*)</source>
        <translation>表格 ({kinds});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>There is no table in the clipboard</source>
        <translation>剪贴板里没有表格</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>{name} is forgotten here; the file itself is where it was</source>
        <translation>已放弃导入 {name}，原文件没动</translation>
    </message>
    <message>
        <source>Merged rows</source>
        <translation>合并重复行</translation>
    </message>
    <message>
        <source>The rows are merged; this stands among the imports</source>
        <translation>已合并重复行，在导入记录里可以撤销</translation>
    </message>
    <message>
        <source>Keep both rows</source>
        <translation>两行都保留</translation>
    </message>
    <message>
        <source>{name} was taken back; the file can be imported again in full</source>
        <translation>{name} 已整份撤销，同一个文件还能再导入</translation>
    </message>
    <message>
        <source>A later import, {name} of {day}, changed rows of it. Take that one back first.</source>
        <translation>后来导入的 {name}（{day}）改过它的数，先撤销那一份</translation>
    </message>
</context>
<context>
    <name>BroadcastCalendar</name>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>● lives {lives}   ○ short videos {videos}</source>
        <translation>● 直播 {lives} 场&#x3000;○ 短视频 {videos} 条</translation>
    </message>
</context>
<context>
    <name>BroadcastList</name>
    <message>
        <source>Lives and videos</source>
        <translation>直播和视频</translation>
    </message>
    <message>
        <source>Sales ¥</source>
        <translation>成交 ¥</translation>
    </message>
    <message>
        <source>Note one by hand</source>
        <translation>手工记一场</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>To write</source>
        <translation>待写</translation>
    </message>
    <message>
        <source>{n} plays</source>
        <translation>播放 {n}</translation>
    </message>
    <message>
        <source>1 play</source>
        <translation>播放 1</translation>
    </message>
    <message>
        <source>Odd traffic</source>
        <translation>有异常</translation>
    </message>
</context>
<context>
    <name>BroadcastPick</name>
    <message>
        <source>Lives and videos</source>
        <translation>直播和视频</translation>
    </message>
    <message>
        <source>Note one by hand</source>
        <translation>手工记一场</translation>
    </message>
    <message>
        <source>To write</source>
        <translation>待写</translation>
    </message>
    <message>
        <source>Odd traffic</source>
        <translation>有异常</translation>
    </message>
</context>
<context>
    <name>BroadcastSheet</name>
    <message>
        <source>A live or a video</source>
        <translation>记一场直播或视频</translation>
    </message>
    <message>
        <source>What you do not know stays empty; it is never taken for 0.</source>
        <translation>不知道的空着就行，不会当成 0。</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Short video</source>
        <translation>短视频</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>such as 2026-11-18 16:00</source>
        <translation>例如 2026-11-18 16:00</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>or nothing</source>
        <translation>可以不填</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>记下来</translation>
    </message>
    <message>
        <source>Empty: {figure}, as the book counts</source>
        <translation>空着就按账本算：{figure}</translation>
    </message>
    <message>
        <source>Write it as 2026-11-18 16:00</source>
        <translation>写成 2026-11-18 16:00 这样</translation>
    </message>
    <message>
        <source>From 0 up; empty where you do not know it</source>
        <translation>从 0 起；不知道就空着</translation>
    </message>
    <message>
        <source>So much cannot be: is it in the right field?</source>
        <translation>没有这么多的，是不是该填在别的格子里？</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>same</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Change price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>-5%, +3, =59.9 or ×0.9; with .9 behind, prices end in .9</source>
        <translation>-5%、+3、=59.9、9折；后面加 .9，价格尾数就是 .9</translation>
    </message>
    <message>
        <source>Usual price changes</source>
        <translation>常用的改价</translation>
    </message>
    <message>
        <source>Change stock</source>
        <translation>改库存</translation>
    </message>
    <message>
        <source>=100, +20 or -5; of goods with options, each option</source>
        <translation>=100、+20、-5；有规格的，每个规格都改</translation>
    </message>
    <message>
        <source>Change state</source>
        <translation>改状态</translation>
    </message>
    <message>
        <source>Change category</source>
        <translation>改类目</translation>
    </message>
    <message>
        <source>Low at</source>
        <translation>提醒线</translation>
    </message>
    <message>
        <source>Ships within</source>
        <translation>承诺发货</translation>
    </message>
    <message>
        <source>Fill in costs</source>
        <translation>填成本</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>See before and after</source>
        <translation>预览改动</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>改库存</translation>
    </message>
    <message>
        <source>State</source>
        <translation>改状态</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>改类目</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in what is to change</source>
        <translation>先填要改什么</translation>
    </message>
</context>
<context>
    <name>BulkSheet</name>
    <message>
        <source>Before and after</source>
        <translation>改动预览</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>要改</translation>
    </message>
    <message>
        <source>Stay as they are</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Cannot change</source>
        <translation>不能改</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>哪些商品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Products before and after</source>
        <translation>商品改动预览</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>这里一件也没有</translation>
    </message>
    <message>
        <source>One step: Ctrl+Z brings all of it back.</source>
        <translation>按一次 Ctrl+Z 就能全部改回来。</translation>
    </message>
    <message>
        <source>Working it out</source>
        <translation>正在计算</translation>
    </message>
    <message numerus="yes">
        <source>Change these %n</source>
        <translation>
            <numerusform>改这 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>没有要改的</translation>
    </message>
    <message>
        <source>Changing them</source>
        <translation>正在改</translation>
    </message>
    <message numerus="yes">
        <source>change %n products</source>
        <translation>
            <numerusform>改 %n 件商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products changed</source>
        <translation>
            <numerusform>改了 %n 件商品</numerusform>
        </translation>
    </message>
    <message>
        <source>A product has changed meanwhile. Look once more.</source>
        <translation>有商品刚刚变了，再看一次。</translation>
    </message>
</context>
<context>
    <name>CalendarRoom</name>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Spent in this month: {fen}</source>
        <translation>这个月花了 {fen}</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>Note an after-sales case</source>
        <translation>记一件售后</translation>
    </message>
    <message>
        <source>Promise a buyer something</source>
        <translation>答应买家一件事</translation>
    </message>
    <message>
        <source>Deadline of a case</source>
        <translation>售后的截止时间</translation>
    </message>
    <message>
        <source>Its product is not among your own: begin it there</source>
        <translation>没找到对应的自有商品，到商品页点「卖了没货…」</translation>
    </message>
    <message>
        <source>Take a case away</source>
        <translation>删掉一件售后</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>删掉了</translation>
    </message>
    <message>
        <source>A step of a case</source>
        <translation>售后走一步</translation>
    </message>
    <message>
        <source>Note what was said</source>
        <translation>记一句话</translation>
    </message>
    <message>
        <source>Take back what was said</source>
        <translation>撤回一句话</translation>
    </message>
    <message>
        <source>Note what was found out</source>
        <translation>记下查到的</translation>
    </message>
    <message>
        <source>Whose turn a case is</source>
        <translation>轮到谁</translation>
    </message>
    <message>
        <source>A promise is kept</source>
        <translation>答应的办到了</translation>
    </message>
    <message>
        <source>Close a case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Open a case again</source>
        <translation>重新打开售后</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Which cases</source>
        <translation>看哪些</translation>
    </message>
    <message>
        <source>Number, product, reason</source>
        <translation>单号、商品、原因</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>搜售后单</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>售后单</translation>
    </message>
    <message>
        <source>No case here</source>
        <translation>这里没有</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>没完</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>要答复</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>售后单</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>还剩</translation>
    </message>
</context>
<context>
    <name>CatalogueDesk</name>
    <message>
        <source>Preparing the search</source>
        <translation>正在准备搜索</translation>
    </message>
</context>
<context>
    <name>Categories</name>
    <message>
        <source>Special categories you will sell in</source>
        <translation>要卖的特殊类目</translation>
    </message>
    <message>
        <source>Their amounts are not public: ask the phone. Of several only the highest counts.</source>
        <translation>每个类目要交多少没有公开，以手机为准。开通几个时，只按最高的那个算。</translation>
    </message>
    <message>
        <source>Special categories</source>
        <translation>特殊类目</translation>
    </message>
    <message>
        <source>I also sell goods of other platforms</source>
        <translation>也卖其他平台的商品</translation>
    </message>
    <message>
        <source>Promotion deposit on the phone</source>
        <translation>手机上的推广保证金</translation>
    </message>
    <message>
        <source>another category</source>
        <translation>别的类目</translation>
    </message>
    <message>
        <source>Another category</source>
        <translation>别的类目</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>see the phone</source>
        <translation>看手机</translation>
    </message>
    <message>
        <source>{category}: amount on the phone</source>
        <translation>{category}：手机上的金额</translation>
    </message>
</context>
<context>
    <name>CategoryCard</name>
    <message>
        <source>The phone asks for, for this category</source>
        <translation>手机上显示这个类目要交</translation>
    </message>
    <message>
        <source>Change the product only</source>
        <translation>只改商品</translation>
    </message>
    <message>
        <source>Then open it under deposit ›</source>
        <translation>存好就去保证金页开通 ›</translation>
    </message>
    <message>
        <source>What to do about the deposit</source>
        <translation>保证金怎么办</translation>
    </message>
    <message>
        <source>Only the highest counts ›</source>
        <translation>只按最高的算 ›</translation>
    </message>
    <message>
        <source>“{category}” is not open in the deposit yet</source>
        <translation>保证金里还没开“{category}”</translation>
    </message>
    <message>
        <source>The amount is not public. Look it up on the phone and type it in here.</source>
        <translation>金额没有公开。在手机上看一下，填到这里。</translation>
    </message>
    <message>
        <source>{account}: what is required is not filled in yet</source>
        <translation>{account}：要求线还没填</translation>
    </message>
    <message>
        <source>{account}: {before} → {after} ({change})</source>
        <translation>{account}要求线 {before} → {after}（{change}）</translation>
    </message>
    <message>
        <source>{account}: {before}, as now</source>
        <translation>{account}要求线 {before}，和现在一样</translation>
    </message>
    <message>
        <source>{account}: {before} → at least that, the rest is not known</source>
        <translation>{account}要求线 {before} → 只会更高，高多少还不知道</translation>
    </message>
    <message>
        <source>The balance of {balance} would be {short} short; top up first.</source>
        <translation>余额 {balance}，还差 {short}，先补足。</translation>
    </message>
    <message>
        <source>The balance of {balance} would be enough.</source>
        <translation>余额 {balance}，够。</translation>
    </message>
    <message>
        <source>The balance of {balance} may not be enough.</source>
        <translation>余额 {balance}，不一定够。</translation>
    </message>
</context>
<context>
    <name>CategorySheet</name>
    <message>
        <source>Special categories</source>
        <translation>特殊类目</translation>
    </message>
    <message>
        <source>Promotion categories</source>
        <translation>推广类目</translation>
    </message>
    <message>
        <source>Of several only the highest counts. A day to come makes it planned.</source>
        <translation>开通几个时只按最高的算。日期填在以后，就是打算开通。</translation>
    </message>
    <message>
        <source>What each asks for in all. The highest counts.</source>
        <translation>每个类目一共要多少，按最高的算。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Open from</source>
        <translation>开通日</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>关闭日</translation>
    </message>
    <message>
        <source>Another category</source>
        <translation>别的类目</translation>
    </message>
    <message>
        <source>Its name on the phone</source>
        <translation>手机上的名称</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>还不知道</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>还开着</translation>
    </message>
    <message>
        <source>Fill in the name</source>
        <translation>填上名称</translation>
    </message>
    <message>
        <source>Before it was opened</source>
        <translation>不能早于开通日</translation>
    </message>
</context>
<context>
    <name>ChartCanvas</name>
    <message>
        <source>No figures yet.</source>
        <translation>还没有数据。</translation>
    </message>
    <message>
        <source>{name}: highest {high} ({when}), lowest {low}, last {last} ({then}).</source>
        <translation>{name}：最高 {high}（{when}），最低 {low}，最近 {last}（{then}）。</translation>
    </message>
    <message>
        <source>Note something here</source>
        <translation>在这里记一件事</translation>
    </message>
    <message>
        <source>Show the whole range</source>
        <translation>看整段</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Whole range</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>The picture is in the clipboard</source>
        <translation>图片已复制，可以粘贴了</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Save as picture (PNG or SVG) or PDF</source>
        <translation>存成图片（PNG、SVG）或 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Print the chart</source>
        <translation>打印这张图</translation>
    </message>
</context>
<context>
    <name>CheckSheet</name>
    <message numerus="yes">
        <source>Check %n orders before shipping</source>
        <translation>
            <numerusform>%n 单发货前检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Check order {end} before shipping</source>
        <translation>尾号 {end} 发货前检查</translation>
    </message>
    <message>
        <source>Tick all five</source>
        <translation>五样都没问题</translation>
    </message>
    <message>
        <source>What is ticked for some only is left as it is.</source>
        <translation>只有一部分单勾过的，不动它。</translation>
    </message>
    <message>
        <source>Save the checks</source>
        <translation>记下检查</translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>Every fan counts</source>
        <translation>珍惜每一位粉丝</translation>
    </message>
    <message>
        <source>Change the list</source>
        <translation>改清单</translation>
    </message>
    <message>
        <source>Begin with this list</source>
        <translation>就用这张清单</translation>
    </message>
    <message>
        <source>Whoever has fans keeps them by what is done every day. Begin with this list, or change it first; what you miss is asked for once more.</source>
        <translation>留住粉丝，靠的是每天都做的小事。先用这张清单，也可以先改一改；没做的会再提醒一次。</translation>
    </message>
    <message>
        <source>Every day:</source>
        <translation>每天：</translation>
    </message>
    <message>
        <source>After each live or video:</source>
        <translation>每场直播或视频之后：</translation>
    </message>
    <message>
        <source>Left from yesterday</source>
        <translation>昨天没做的</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>After {live}</source>
        <translation>{live} 之后</translation>
    </message>
    <message>
        <source>Nothing is asked for today.</source>
        <translation>今天没有要做的。</translation>
    </message>
    <message>
        <source>What you miss is asked for once more on the next day.</source>
        <translation>没做的第二天再提醒一次。</translation>
    </message>
    <message>
        <source>This month: kept {done} of {asked}</source>
        <translation>这个月做到 {done} 件，共 {asked} 件</translation>
    </message>
</context>
<context>
    <name>ChecklistDesk</name>
    <message>
        <source>Tick {words}</source>
        <translation>勾选：{words}</translation>
    </message>
    <message>
        <source>The list is yours from today on</source>
        <translation>从今天起用这张清单</translation>
    </message>
    <message>
        <source>Begin the list</source>
        <translation>开始用清单</translation>
    </message>
    <message>
        <source>The list is changed</source>
        <translation>清单改好了</translation>
    </message>
    <message>
        <source>Change the list</source>
        <translation>改清单</translation>
    </message>
</context>
<context>
    <name>ChecklistLine</name>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>往上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>往下移</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>从清单里去掉</translation>
    </message>
</context>
<context>
    <name>ChecklistPart</name>
    <message>
        <source>Add one</source>
        <translation>加一件</translation>
    </message>
    <message>
        <source>Add one: {part}</source>
        <translation>加一件：{part}</translation>
    </message>
</context>
<context>
    <name>ChecklistSheet</name>
    <message>
        <source>Every fan counts: your list</source>
        <translation>珍惜每一位粉丝：你的清单</translation>
    </message>
    <message>
        <source>What you miss is asked for once more on the next day, then it is dropped.</source>
        <translation>没做的第二天再提醒一次，还没做就不再提了。</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>After each live or video</source>
        <translation>每场直播或视频之后</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>存好清单</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Front</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>背面</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>手持</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>建议重拍</translation>
    </message>
    <message>
        <source>Unusable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Glare, upper left, {percent}%</source>
        <translation>左上反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare, upper right, {percent}%</source>
        <translation>右上反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare, lower left, {percent}%</source>
        <translation>左下反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare, lower right, {percent}%</source>
        <translation>右下反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare at the top, {percent}%</source>
        <translation>上边反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare at the bottom, {percent}%</source>
        <translation>下边反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare at the left, {percent}%</source>
        <translation>左边反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare at the right, {percent}%</source>
        <translation>右边反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare in the middle, {percent}%</source>
        <translation>中间反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Glare, {percent}% lost</source>
        <translation>反光，占 {percent}%</translation>
    </message>
    <message>
        <source>Sharp, no glare</source>
        <translation>清晰，没有反光</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>太糊</translation>
    </message>
    <message>
        <source>Rest your arms, or let somebody take it</source>
        <translation>手放稳，或请人帮拍</translation>
    </message>
    <message>
        <source>Turn a little from the light and retake it</source>
        <translation>避开灯光，换个角度重拍</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>太暗</translation>
    </message>
    <message>
        <source>Go to a window and retake it</source>
        <translation>到窗边亮处重拍</translation>
    </message>
    <message>
        <source>Not of the shape of a card</source>
        <translation>照片比例不像证件</translation>
    </message>
    <message>
        <source>Crop it to the edges of the card</source>
        <translation>裁到证件边缘</translation>
    </message>
    <message>
        <source>Too small: {short_side} px</source>
        <translation>太小：短边 {short_side} 像素</translation>
    </message>
    <message>
        <source>The short side needs {least} px</source>
        <translation>短边要 {least} 像素以上</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>Choose another photo</source>
        <translation>换一张照片</translation>
    </message>
    <message>
        <source>This is no picture</source>
        <translation>这不是图片</translation>
    </message>
    <message>
        <source>Take JPEG or PNG</source>
        <translation>用 JPEG 或 PNG</translation>
    </message>
    <message>
        <source>{type} cannot be used</source>
        <translation>{type} 用不了</translation>
    </message>
    <message>
        <source>The file is broken</source>
        <translation>文件坏了</translation>
    </message>
    <message>
        <source>Send it again or take it anew</source>
        <translation>重新传一次，或者重拍</translation>
    </message>
    <message>
        <source>The file is too large: {bytes}</source>
        <translation>文件太大：{bytes}</translation>
    </message>
    <message>
        <source>Take a normal photo of the card</source>
        <translation>重新拍一张普通照片</translation>
    </message>
    <message>
        <source>The picture is too large</source>
        <translation>图片太大</translation>
    </message>
    <message>
        <source>Take it without the high-resolution mode</source>
        <translation>关掉高像素模式再拍</translation>
    </message>
    <message>
        <source>HEIC cannot be read here</source>
        <translation>这台电脑读不了 HEIC</translation>
    </message>
    <message>
        <source>Send it as JPEG</source>
        <translation>转成 JPEG 再来</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>文件打不开</translation>
    </message>
    <message>
        <source>Is it still there?</source>
        <translation>看看还在不在原处</translation>
    </message>
    <message>
        <source>Crop to the card&apos;s edges</source>
        <translation>裁到证件边缘更好</translation>
    </message>
    <message>
        <source>{bytes}; advised up to 5 MB</source>
        <translation>{bytes}，建议 5 MB 以内</translation>
    </message>
    <message>
        <source>{type}; JPEG is safest</source>
        <translation>{type} 格式，JPEG 最稳</translation>
    </message>
    <message>
        <source>check digit right</source>
        <translation>号码对得上</translation>
    </message>
    <message>
        <source>16 or older</source>
        <translation>年满 16 岁</translation>
    </message>
    <message>
        <source>A character does not belong there</source>
        <translation>号码里有不该有的符号</translation>
    </message>
    <message>
        <source>Character {position} does not belong there</source>
        <translation>第 {position} 位不对</translation>
    </message>
    <message>
        <source>It needs 18 characters</source>
        <translation>应为 18 位</translation>
    </message>
    <message>
        <source>{length} characters, it needs {expected}</source>
        <translation>现在 {length} 位，应为 {expected} 位</translation>
    </message>
    <message>
        <source>The check digit is wrong: compare it again</source>
        <translation>号码对不上，一位一位再核对一遍</translation>
    </message>
    <message>
        <source>The birthday in it does not exist</source>
        <translation>号码里的出生日期不存在</translation>
    </message>
    <message>
        <source>The birthday in it is still to come</source>
        <translation>号码里的出生日期还没到</translation>
    </message>
    <message>
        <source>The birthday in it is too long ago</source>
        <translation>号码里的出生日期太久远</translation>
    </message>
    <message>
        <source>the birthday is doubtful</source>
        <translation>出生日期可疑</translation>
    </message>
    <message>
        <source>Younger than 16: opening is advised from 16</source>
        <translation>不满 16 岁，建议满 16 岁再开店</translation>
    </message>
    <message>
        <source>unknown region, compare the first 6 digits</source>
        <translation>前 6 位不是已知地区，请核对</translation>
    </message>
    <message>
        <source>residence permit of Hong Kong, Macao or Taiwan: compare it by eye</source>
        <translation>港澳台居住证，请人工核对</translation>
    </message>
    <message>
        <source>foreign resident&apos;s card: compare it by eye</source>
        <translation>外国人永久居留证，请人工核对</translation>
    </message>
    <message>
        <source>old number of 15 digits: compare it by eye</source>
        <translation>15 位的旧号码，请人工核对</translation>
    </message>
    <message>
        <source>it is the code of another kind of subject</source>
        <translation>这是别类单位的代码，请核对</translation>
    </message>
    <message>
        <source>Long-term, does not end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Valid for {days} days</source>
        <translation>还有 {days} 天到期</translation>
    </message>
    <message>
        <source>Ends in {days} days, better renew it first</source>
        <translation>还有 {days} 天到期，先换证更稳</translation>
    </message>
    <message>
        <source>Ended {days} days ago, renew it first</source>
        <translation>已过期 {days} 天，先换证</translation>
    </message>
    <message>
        <source>Over {years} years away: mistyped?</source>
        <translation>{years} 年以后才到期，请核对</translation>
    </message>
    <message>
        <source>Valid for 1 day</source>
        <translation>还有 1 天到期</translation>
    </message>
    <message>
        <source>Ends in 1 day, better renew it first</source>
        <translation>还有 1 天到期，先换证更稳</translation>
    </message>
    <message>
        <source>Ended 1 day ago, renew it first</source>
        <translation>已过期 1 天，先换证</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Checked {day}; not kept</source>
        <translation>{day}检查过，照片没有留存</translation>
    </message>
</context>
<context>
    <name>ChecksCard</name>
    <message>
        <source>Looked at before the start</source>
        <translation>开跑前看过的</translation>
    </message>
    <message>
        <source>What the book says of hours ›</source>
        <translation>书上怎么说时间 ›</translation>
    </message>
    <message>
        <source>Fill in the work&apos;s interaction under “Figures from the phone”</source>
        <translation>在「记手机上的数」里填作品互动率</translation>
    </message>
    <message>
        <source>What is usual for your works is not known: fill it in as well</source>
        <translation>还不知道你作品平时多少，也填一下</translation>
    </message>
    <message>
        <source>Interaction of the work: not compared yet</source>
        <translation>作品互动率：还没比</translation>
    </message>
    <message>
        <source>Interaction {own}, below your usual {usual}</source>
        <translation>作品互动 {own}，比你平时 {usual} 低</translation>
    </message>
    <message>
        <source>Improve the work first, then buy</source>
        <translation>先改作品，别急着买</translation>
    </message>
    <message>
        <source>Interaction {own}, your usual is {usual}</source>
        <translation>作品互动 {own}，你平时 {usual}</translation>
    </message>
    <message>
        <source>Below the usual, the work comes first</source>
        <translation>低于平时就先改作品，别急着买</translation>
    </message>
    <message>
        <source>Topic and its heat: not noted yet</source>
        <translation>话题和热度：还没记</translation>
    </message>
    <message>
        <source>Look on the phone how hot the topic is, and note it</source>
        <translation>在手机上看看话题多热，记下来</translation>
    </message>
    <message>
        <source>Topic 「{topic}」, heat {heat}</source>
        <translation>话题「{topic}」热度 {heat}</translation>
    </message>
    <message>
        <source>Seen on the phone at {moment}, filled in by you</source>
        <translation>{moment} 手机上看的，你填的</translation>
    </message>
    <message>
        <source>Usually busy: {hours} h</source>
        <translation>一般 {hours} 点人多</translation>
    </message>
    <message>
        <source>No history of your own yet; the evening, as the rule book has it</source>
        <translation>还没有自己的数据，先按一般说的晚上</translation>
    </message>
    <message>
        <source>Your own last 8 weeks, suspect hours left out</source>
        <translation>近 8 周自己的数据，疑似异常的不算</translation>
    </message>
    <message>
        <source>On its days</source>
        <translation>这几天</translation>
    </message>
    <message>
        <source>It runs long; most people are there at {hours} h</source>
        <translation>跑的时间长；{hours} 点人最多</translation>
    </message>
    <message>
        <source>{day} {hours} h: most people are there</source>
        <translation>{day} {hours} 点是店里人最多的</translation>
    </message>
    <message>
        <source>{day} {hours} h would have {times} times as many people</source>
        <translation>{day} {hours} 点人更多，是现在的 {times} 倍</translation>
    </message>
    <message>
        <source>No stop line</source>
        <translation>没写到什么程度就停</translation>
    </message>
    <message>
        <source>Decide now when you would stop</source>
        <translation>现在就想好什么时候停</translation>
    </message>
    <message>
        <source>Your own line</source>
        <translation>你定的</translation>
    </message>
</context>
<context>
    <name>ChosenCosts</name>
    <message>
        <source>What the chosen products cost</source>
        <translation>选中的一起填进价</translation>
    </message>
    <message>
        <source>One cost for all of them</source>
        <translation>都是这个进价</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>e.g. 2026-11-01</source>
        <translation>如 2026-11-01</translation>
    </message>
    <message>
        <source>Fill it into all rows</source>
        <translation>填到每一行</translation>
    </message>
    <message>
        <source>Save these costs</source>
        <translation>存好</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>什么都没改</translation>
    </message>
    <message>
        <source>one cost for all</source>
        <translation>一起填进价</translation>
    </message>
    <message>
        <source>A new cost holds from its day on; older days keep the older one.</source>
        <translation>新进价从那天起算，以前的日子还按原来的。</translation>
    </message>
    <message>
        <source>One of the figures cannot be read</source>
        <translation>有个数字看不懂，先改好</translation>
    </message>
</context>
<context>
    <name>ChosenFoot</name>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>放进回收站</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删掉</translation>
    </message>
    <message numerus="yes">
        <source>%n moved to the bin: {names}</source>
        <translation>
            <numerusform>%n 件放进了回收站：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brought back: {names}</source>
        <translation>
            <numerusform>已恢复 %n 件：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}. This cannot be undone, and the profit leaves orders out whose cost is gone.</source>
        <translation>{names}。删了就找不回来；进价没了的订单，利润里就不算了。</translation>
    </message>
    <message>
        <source>move to the bin</source>
        <translation>放进回收站</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>从回收站恢复</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n for good?</source>
        <translation>
            <numerusform>彻底删掉 %n 件？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClaimRow</name>
    <message>
        <source>“{word}”: {why}. Leave it out</source>
        <translation>“{word}”：{why}。去掉就行</translation>
    </message>
    <message>
        <source>“{word}”: {why}. Better: {better}</source>
        <translation>“{word}”：{why}。可以换成：{better}</translation>
    </message>
</context>
<context>
    <name>ColumnsPane</name>
    <message>
        <source>In the file</source>
        <translation>文件里的列</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>当作</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>This column is</source>
        <translation>这一列是</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>For example CPC</source>
        <translation>例如 CPC</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Amounts are</source>
        <translation>金额的单位</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>第 {n} 列</translation>
    </message>
    <message>
        <source>What is this figure?</source>
        <translation>这一列是什么？</translation>
    </message>
    <message>
        <source>Names, phones and addresses are never kept.</source>
        <translation>姓名、电话、地址一律不保存。</translation>
    </message>
    <message>
        <source>Paste the cells again to change this.</source>
        <translation>要改，把表格重新贴一次。</translation>
    </message>
</context>
<context>
    <name>ComparePart</name>
    <message>
        <source>Against the usual</source>
        <translation>和平时比</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>这场</translation>
    </message>
    <message>
        <source>Against the last</source>
        <translation>比上次</translation>
    </message>
    <message numerus="yes">
        <source>Median of %n</source>
        <translation>
            <numerusform>%n 场中位</numerusform>
        </translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位</translation>
    </message>
    <message>
        <source>* estimated: counted from the orders placed while it ran</source>
        <translation>* 估算：按播出时段里下的单算的</translation>
    </message>
    <message>
        <source>The traffic was odd: later ones are not compared with this one.</source>
        <translation>这场流量疑似异常，后面的不拿它来比。</translation>
    </message>
    <message>
        <source>The first of its kind: from the next one on it is compared.</source>
        <translation>这类还是第一场，从下一场起就有得比。</translation>
    </message>
</context>
<context>
    <name>ComparedCard</name>
    <message>
        <source>The month&apos;s figures</source>
        <translation>这个月的数</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>{month} beside {other}</source>
        <translation>{month}和{other}比</translation>
    </message>
    <message>
        <source>as on paper and in the table; a double click shows what is behind</source>
        <translation>和纸上、表里一分不差；双击看是哪些</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>和上一段对比</translation>
    </message>
    <message>
        <source>The dashed line is the same time before</source>
        <translation>虚线是上一段同样长的时间</translation>
    </message>
    <message>
        <source>How fine</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>The reports have no figures this fine</source>
        <translation>报表里没有这么细的数据</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 到 {last}</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合在一起</translation>
    </message>
    <message>
        <source>Campaigns, lives and ways, apart or together</source>
        <translation>计划、直播、办法，分开看或合起来看</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>自选…</translation>
    </message>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n 项指标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 条线</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionSheet</name>
    <message>
        <source>Correct the stock</source>
        <translation>改库存</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>账上</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Really there</source>
        <translation>实际有</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Corrections so far</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Not corrected yet</source>
        <translation>还没有修改记录</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>改成这个数</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Fill in what is really there</source>
        <translation>填实际有几件</translation>
    </message>
    <message>
        <source>Whole pieces, not below 0</source>
        <translation>要填整数，不能小于 0</translation>
    </message>
    <message>
        <source>At most {n}</source>
        <translation>最多 {n}</translation>
    </message>
    <message>
        <source>It is the same as in the book</source>
        <translation>和账上一样，不用改</translation>
    </message>
    <message>
        <source>correct a stock</source>
        <translation>改库存</translation>
    </message>
    <message>
        <source>Stock corrected</source>
        <translation>库存改好了</translation>
    </message>
</context>
<context>
    <name>CostCells</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Orders of 30 days</source>
        <translation>近 30 天订单</translation>
    </message>
    <message>
        <source>Price ¥</source>
        <translation>卖价 ¥</translation>
    </message>
    <message>
        <source>Cost of a piece ¥</source>
        <translation>一件进价 ¥</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Costs are typed at the right</source>
        <translation>进价填在右边</translation>
    </message>
    <message>
        <source>e.g. 20.50</source>
        <translation>例如 20.50</translation>
    </message>
    <message>
        <source>e.g. 2026-11-01</source>
        <translation>例如 2026-11-01</translation>
    </message>
    <message>
        <source>was {cost}</source>
        <translation>原来 {cost}</translation>
    </message>
    <message>
        <source>before {cost}</source>
        <translation>之前 {cost}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>A cost is changed, not emptied: 0 is free</source>
        <translation>填过的不能清空，可以改；不花钱就填 0</translation>
    </message>
    <message>
        <source>A cost is not below zero</source>
        <translation>进价不会小于 0</translation>
    </message>
    <message>
        <source>“{text}” is no amount</source>
        <translation>“{text}”不是金额</translation>
    </message>
    <message>
        <source>“{text}” is no day</source>
        <translation>“{text}”不是日期</translation>
    </message>
    <message>
        <source>{name}: costs more than its price of {price}. Fine if it is so.</source>
        <translation>{name}：比卖价 {price} 还贵，没错就留着</translation>
    </message>
    <message>
        <source>{name}: orders from {day} on still have no cost</source>
        <translation>{name}：{day} 起的订单还没填成本</translation>
    </message>
    <message>
        <source>a table of costs</source>
        <translation>成本表</translation>
    </message>
</context>
<context>
    <name>CostGrid</name>
    <message>
        <source>Costs</source>
        <translation>成本</translation>
    </message>
</context>
<context>
    <name>CostSheet</name>
    <message>
        <source>Fill in costs</source>
        <translation>填成本</translation>
    </message>
    <message>
        <source>What you pay for one piece. A cost holds from its day on; older days keep the older one. What has none is left out of the profit, never free.</source>
        <translation>填一件多少钱进的。新进价从那天起算，之前的日子还按老进价。没填的不算进利润，也不会当成不花钱。</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Parcels and fixed costs</source>
        <translation>包裹和固定开支</translation>
    </message>
    <message>
        <source>Which costs</source>
        <translation>哪些成本</translation>
    </message>
    <message>
        <source>Save and work out anew</source>
        <translation>存好，重新算净得</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>什么都没改</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Filled in, back again</source>
        <translation>填好了，导回来</translation>
    </message>
    <message>
        <source>Platform&apos;s fee, heard but not confirmed: {parts} = {fee}%.</source>
        <translation>平台扣点听说是 {parts} = {fee}%，没证实。</translation>
    </message>
    <message>
        <source>Use {fee}%</source>
        <translation>就用 {fee}%</translation>
    </message>
    <message>
        <source>One of the figures cannot be read</source>
        <translation>有个数字看不懂，先改好</translation>
    </message>
    <message>
        <source>Every product that was sold has a cost</source>
        <translation>卖过的商品都有成本了</translation>
    </message>
    <message>
        <source>{n} without a cost; their orders of 30 days brought {paid}</source>
        <translation>还有 {n} 个没填，近 30 天带来 {paid}</translation>
    </message>
    <message>
        <source>The table of costs, filled in</source>
        <translation>填好的成本表</translation>
    </message>
    <message>
        <source>Tables ({kinds});;All files (*)</source>
        <translation>表格 ({kinds});;所有文件 (*)</translation>
    </message>
    <message>
        <source>This table has no column for the product, or none for its cost</source>
        <translation>这张表没有商品这一列，或者没有进价这一列</translation>
    </message>
    <message numerus="yes">
        <source>%Ln costs came in</source>
        <translation>
            <numerusform>填进 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are as they were</source>
        <translation>
            <numerusform>%Ln 个和原来一样</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are empty</source>
        <translation>
            <numerusform>%Ln 行没填</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are older ones or of goods that are not in this list</source>
        <translation>
            <numerusform>其中 %Ln 个是更早的进价，或者商品不在列表里，会一起保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {n}: {words}</source>
        <translation>第 {n} 行：{words}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows cannot be taken in all</source>
        <translation>
            <numerusform>一共有 %Ln 行用不了</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message>
        <source>Packaging, each parcel ¥</source>
        <translation>包装，每个包裹 ¥</translation>
    </message>
    <message>
        <source>Shipping, each parcel ¥</source>
        <translation>运费，每个包裹 ¥</translation>
    </message>
    <message>
        <source>Return shipping that you pay, each parcel ¥</source>
        <translation>你出的退货运费，每个包裹 ¥</translation>
    </message>
    <message>
        <source>Platform&apos;s fee on what is not settled yet %</source>
        <translation>平台扣点，没结算的先按 %</translation>
    </message>
    <message>
        <source>Promoters&apos; commission on what is not settled yet %</source>
        <translation>达人佣金，没结算的先按 %</translation>
    </message>
    <message>
        <source>What returned goods are still worth, of their cost %</source>
        <translation>退回来的货还值进价的 %</translation>
    </message>
    <message>
        <source>no product is called “{value}”</source>
        <translation>没有叫“{value}”的商品</translation>
    </message>
    <message>
        <source>the product has no option “{value}”</source>
        <translation>这个商品没有规格“{value}”</translation>
    </message>
    <message>
        <source>another product than “{value}” has this number</source>
        <translation>这个行号是别的商品，不是“{value}”</translation>
    </message>
    <message>
        <source>a row before has another cost of this day: “{value}”</source>
        <translation>前面一行写了同一天的另一个进价，这行是“{value}”</translation>
    </message>
    <message>
        <source>a cost is not below zero: “{value}”</source>
        <translation>进价不会小于 0：“{value}”</translation>
    </message>
</context>
<context>
    <name>CostsSection</name>
    <message>
        <source>Cost</source>
        <translation>进价</translation>
    </message>
    <message>
        <source>Each piece</source>
        <translation>一件</translation>
    </message>
    <message>
        <source>A new cost holds from its day on; older days keep the older one. Only you see it.</source>
        <translation>新进价从那天起算，以前的日子还按原来的；只有你自己看得到。</translation>
    </message>
</context>
<context>
    <name>CrowdCard</name>
    <message>
        <source>Median of {n} weeks before</source>
        <translation>前 {n} 周的中位数</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>开跑</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改过</translation>
    </message>
    <message>
        <source>No figures of these hours yet.</source>
        <translation>这几个钟点还没有数据。</translation>
    </message>
</context>
<context>
    <name>CurvesCard</name>
    <message>
        <source>Way by way</source>
        <translation>逐个办法看</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>办法</translation>
    </message>
    <message>
        <source>Now ¥</source>
        <translation>现在 ¥</translation>
    </message>
    <message>
        <source>Better ¥</source>
        <translation>建议 ¥</translation>
    </message>
    <message>
        <source>Last ¥100 back</source>
        <translation>最后 100 元回来</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What one more yuan brings back</source>
        <translation>多花一元，多剩多少</translation>
    </message>
    <message>
        <source>Across: spent a day. Up: back a day, goods, shipping and refunds taken off. The pale band is what cannot be told.</source>
        <translation>横：每天花多少元。竖：回来多少元（已扣货款、运费、退款）。浅色是拿不准的范围。</translation>
    </message>
    <message>
        <source>○ now</source>
        <translation>○ 现在</translation>
    </message>
    <message>
        <source>● better</source>
        <translation>● 建议</translation>
    </message>
    <message>
        <source>as much back as spent</source>
        <translation>花多少回多少</translation>
    </message>
    <message>
        <source>{way}: now ¥{now}, better ¥{best}</source>
        <translation>{way}：现在 {now} 元，建议 {best} 元</translation>
    </message>
</context>
<context>
    <name>DataTab</name>
    <message>
        <source>Where your data is</source>
        <translation>数据在哪里</translation>
    </message>
    <message>
        <source>Everything lies in this folder, only on this computer.</source>
        <translation>全在这个文件夹里，只存在这台电脑。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Open the backups folder</source>
        <translation>打开备份文件夹</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>出了问题</translation>
    </message>
    <message>
        <source>Copies the versions and the last {n} lines of the log. No figures of your shop are written there; still, read it before you send it to someone.</source>
        <translation>复制版本和最近 {n} 行日志。里面没有店铺的账，发给别人之前还是先看一遍。</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>This is the sample shop</source>
        <translation>现在是示例店铺</translation>
    </message>
    <message>
        <source>It is made anew each time and removed when you leave it.</source>
        <translation>每次打开都重新编，离开就删掉。</translation>
    </message>
    <message>
        <source>Leave the sample, open my shop ›</source>
        <translation>离开示例，打开我的店 ›</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>示例店铺</translation>
    </message>
    <message>
        <source>Made-up figures to look around in. Your own book is not touched.</source>
        <translation>数据都是编的，随便看。你自己的账本不会动。</translation>
    </message>
    <message>
        <source>Open the sample shop ›</source>
        <translation>打开示例店铺 ›</translation>
    </message>
    <message>
        <source>The book is {name}, {size}.</source>
        <translation>账本是 {name}，{size}。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>e.g. 2026-11-30</source>
        <translation>例如 2026-11-30</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
    <message>
        <source>“{text}” is not a day</source>
        <translation>“{text}”不是日期</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>Spent otherwise</source>
        <translation>花的不一样</translation>
    </message>
    <message>
        <source>Done as planned</source>
        <translation>照做了</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Fill in what it cost, 0 for nothing</source>
        <translation>填花了多少，没花填 0</translation>
    </message>
</context>
<context>
    <name>DaysCard</name>
    <message>
        <source>Spend it like this</source>
        <translation>照着花</translation>
    </message>
    <message>
        <source>What was spent otherwise helps as much, once it is noted</source>
        <translation>没照做就填真花了多少，一样有用</translation>
    </message>
</context>
<context>
    <name>DeadlineSheet</name>
    <message>
        <source>The deadline on the phone</source>
        <translation>手机上的截止时间</translation>
    </message>
    <message>
        <source>It comes before any rule. Empty: the rule counts again.</source>
        <translation>填了就以它为准；清空就还按规则算。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>such as 2026-11-18 16:00</source>
        <translation>例如 2026-11-18 16:00</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>存好</translation>
    </message>
</context>
<context>
    <name>Deposit</name>
    <message>
        <source>Own goods</source>
        <translation>自建保证金</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>推广保证金</translation>
    </message>
    <message>
        <source>Cross-border</source>
        <translation>跨境保证金</translation>
    </message>
    <message>
        <source>not opened</source>
        <translation>未开通</translation>
    </message>
    <message>
        <source>paid back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>nothing required</source>
        <translation>不用交</translation>
    </message>
    <message>
        <source>line not filled in</source>
        <translation>要求线还没填</translation>
    </message>
    <message>
        <source>below line</source>
        <translation>低于线</translation>
    </message>
    <message>
        <source>perhaps not enough</source>
        <translation>可能不够</translation>
    </message>
    <message>
        <source>just enough</source>
        <translation>刚好够</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>够</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>补缴</translation>
    </message>
    <message>
        <source>Special top-up</source>
        <translation>特殊类目补缴</translation>
    </message>
    <message>
        <source>From sub-shop</source>
        <translation>子店铺划入</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>销售调整</translation>
    </message>
    <message>
        <source>Deducted</source>
        <translation>扣款</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退还扣款</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>手续费</translation>
    </message>
    <message>
        <source>Refund asked</source>
        <translation>申请退回</translation>
    </message>
    <message>
        <source>Kept at refund</source>
        <translation>退回前扣款</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>超额提现</translation>
    </message>
    <message>
        <source>Matched to phone</source>
        <translation>对账调整</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Cart closed</source>
        <translation>关闭小黄车</translation>
    </message>
    <message>
        <source>Listing closed</source>
        <translation>关闭商品上架</translation>
    </message>
    <message>
        <source>Selling closed</source>
        <translation>关闭商品销售</translation>
    </message>
    <message>
        <source>Withdrawal limited</source>
        <translation>限制货款提现</translation>
    </message>
    <message>
        <source>Other functions limited</source>
        <translation>限制其他功能</translation>
    </message>
    <message>
        <source>Taken from sub-shops</source>
        <translation>从子店铺货款划转</translation>
    </message>
    <message>
        <source>Base minimum</source>
        <translation>最低标准</translation>
    </message>
    <message>
        <source>Special category</source>
        <translation>特殊类目</translation>
    </message>
    <message>
        <source>Last month&apos;s sales</source>
        <translation>上月销售调整</translation>
    </message>
    <message>
        <source>Promotion deposit</source>
        <translation>推广保证金</translation>
    </message>
    <message>
        <source>First payment</source>
        <translation>首缴</translation>
    </message>
    <message>
        <source>{part}: {category}</source>
        <translation>{part} {category}</translation>
    </message>
    <message>
        <source>Only an example; it is never counted for you.</source>
        <translation>只是例子，不算进你的要求线。</translation>
    </message>
    <message>
        <source>The published example: {sales} sold last month, the deposit goes from {before} to {after}, {more} to top up.</source>
        <translation>公开的例子：上个自然月卖了 {sales}，保证金从 {before} 调到 {after}，要补 {more}。</translation>
    </message>
    <message>
        <source>Fill in the day</source>
        <translation>填上日期</translation>
    </message>
    <message>
        <source>This day has not come yet</source>
        <translation>这一天还没到</translation>
    </message>
    <message>
        <source>Fill in the amount</source>
        <translation>填上金额</translation>
    </message>
    <message>
        <source>Without a minus, please</source>
        <translation>不用写负号</translation>
    </message>
    <message>
        <source>the cart</source>
        <translation>小黄车</translation>
    </message>
    <message>
        <source>listing</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>selling</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>withdrawals</source>
        <translation>提现</translation>
    </message>
    <message>
        <source>other functions</source>
        <translation>其他功能</translation>
    </message>
    <message>
        <source>No goods can be attached to works and lives.</source>
        <translation>作品和直播间挂不了商品。</translation>
    </message>
    <message>
        <source>No new goods can be listed; what is listed goes on selling.</source>
        <translation>不能上架新商品；已上架的照常卖。</translation>
    </message>
    <message>
        <source>Nothing can be sold.</source>
        <translation>商品卖不了。</translation>
    </message>
    <message>
        <source>Receivables cannot be withdrawn freely.</source>
        <translation>货款不能随意提现。</translation>
    </message>
    <message>
        <source>The phone says which functions are limited.</source>
        <translation>限制了哪些功能，看手机通知。</translation>
    </message>
    <message>
        <source>Money of a sub-shop was moved here. Nothing is stopped by it.</source>
        <translation>从子店铺划了钱过来，别的不受影响。</translation>
    </message>
    <message>
        <source>the minimum rises</source>
        <translation>最低标准提高</translation>
    </message>
    <message>
        <source>a special category opens</source>
        <translation>开通特殊类目</translation>
    </message>
    <message>
        <source>last month&apos;s sales</source>
        <translation>上月销售调整</translation>
    </message>
    <message>
        <source>the promotion deposit rises</source>
        <translation>推广保证金提高</translation>
    </message>
    <message>
        <source>the phone says so</source>
        <translation>手机显示的</translation>
    </message>
    <message>
        <source>this month already sold {sales}</source>
        <translation>这个月已经卖了 {sales}</translation>
    </message>
    <message>
        <source>at this pace the month sells {sales}</source>
        <translation>照现在的速度这个月会卖 {sales}</translation>
    </message>
    <message>
        <source>Recorded twice?</source>
        <translation>记重了？</translation>
    </message>
    <message>
        <source>Perhaps the phone does not have it</source>
        <translation>手机上可能没有这一笔：</translation>
    </message>
    <message>
        <source>Perhaps the wrong way round</source>
        <translation>可能记反了：</translation>
    </message>
    <message>
        <source>Dated later here, already on the phone?</source>
        <translation>手机上已经有了，这里日期记晚了？</translation>
    </message>
    <message>
        <source>These two together come to it</source>
        <translation>这两笔加起来正好：</translation>
    </message>
    <message>
        <source>Both dated later here, already on the phone?</source>
        <translation>手机上已经有了，这两笔日期记晚了？</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{stopped}: closed already.</source>
        <translation>{stopped}已经停了。</translation>
    </message>
    <message>
        <source>{stopped}: closed already; {next} may follow.</source>
        <translation>{stopped}已经停了，{next}可能跟着停。</translation>
    </message>
    <message>
        <source>It was to be topped up by {day}.</source>
        <translation>{day} 前就该补上，已经过了。</translation>
    </message>
    <message>
        <source>It must be topped up today.</source>
        <translation>今天必须补上。</translation>
    </message>
    <message>
        <source>To be topped up by {day}.</source>
        <translation>{day} 前要补上。</translation>
    </message>
    <message>
        <source>The day is from the phone, {day}.</source>
        <translation>期限来自 {day} 的手机通知。</translation>
    </message>
    <message>
        <source>On {day} {category} opens; how much it asks for is not known. Look on the phone first</source>
        <translation>{day} 起开通{category}，要多少保证金还不知道，先在手机上看一下</translation>
    </message>
    <message>
        <source>From {day} the line is {line}, {short} short: {why}</source>
        <translation>{day} 起要求线 {line}，还差 {short}：{why}</translation>
    </message>
    <message>
        <source>Top up {amount}, then ask the platform to lift it.</source>
        <translation>补足 {amount} 后请平台解除。</translation>
    </message>
    <message>
        <source>There is enough now: ask the platform to lift it.</source>
        <translation>已经够了，请平台解除。</translation>
    </message>
    <message>
        <source>{hint} {entries}</source>
        <translation>{hint}{entries}</translation>
    </message>
    <message>
        <source>no. {n}, {day}, {kind} {amount}</source>
        <translation>第 {n} 笔 {day} {kind} {amount}</translation>
    </message>
    <message>
        <source>What the phone shows as due…</source>
        <translation>手机显示的应缴…</translation>
    </message>
    <message>
        <source>Special categories…</source>
        <translation>特殊类目…</translation>
    </message>
    <message>
        <source>Adjustment for last month&apos;s sales…</source>
        <translation>上月销售调整…</translation>
    </message>
    <message>
        <source>Sales by month…</source>
        <translation>每月销售…</translation>
    </message>
    <message>
        <source>Sales tiers…</source>
        <translation>销售分档…</translation>
    </message>
    <message>
        <source>Promotion categories…</source>
        <translation>推广类目…</translation>
    </message>
    <message>
        <source>The minimum in the rule book…</source>
        <translation>平台规则里的最低标准…</translation>
    </message>
    <message>
        <source>Answers of the shop wizard ›</source>
        <translation>开店向导里填的 ›</translation>
    </message>
    <message>
        <source>Record an entry…</source>
        <translation>记一笔…</translation>
    </message>
    <message>
        <source>It is frozen…</source>
        <translation>被冻结了…</translation>
    </message>
    <message>
        <source>It is no longer frozen…</source>
        <translation>解冻了…</translation>
    </message>
    <message>
        <source>Sub-shops and their receivables…</source>
        <translation>子店铺和货款…</translation>
    </message>
    <message>
        <source>Get the promotion deposit back…</source>
        <translation>退回推广保证金…</translation>
    </message>
    <message>
        <source>Take out the excess…</source>
        <translation>提现超额部分…</translation>
    </message>
    <message>
        <source>Reverses no.</source>
        <translation>冲销第几笔</translation>
    </message>
    <message>
        <source>Reversed by no.</source>
        <translation>被第几笔冲销</translation>
    </message>
</context>
<context>
    <name>DepositBanner</name>
    <message>
        <source>Top up ›</source>
        <translation>去补足 ›</translation>
    </message>
    <message>
        <source>Have a look ›</source>
        <translation>去看看 ›</translation>
    </message>
    <message>
        <source>since {day} the platform lets nothing be sold.</source>
        <translation>{day} 起平台不让卖商品。</translation>
    </message>
    <message>
        <source>since {day} the platform lists no new products; what is listed goes on selling.</source>
        <translation>{day} 起平台不让上架新商品；已上架的照常卖。</translation>
    </message>
    <message>
        <source>The deposit is {amount} short</source>
        <translation>保证金还差 {amount}</translation>
    </message>
    <message>
        <source>the platform may close listing and selling.</source>
        <translation>平台可能会停上架和销售。</translation>
    </message>
    <message>
        <source>{short}; {stop}</source>
        <translation>{short}，{stop}</translation>
    </message>
    <message>
        <source>{stop} There is enough now: ask the platform to lift it.</source>
        <translation>{stop}保证金已经够了，请平台解除。</translation>
    </message>
</context>
<context>
    <name>DepositCurve</name>
    <message>
        <source>Balance and line</source>
        <translation>余额和要求线</translation>
    </message>
    <message>
        <source>A dot opens its entry</source>
        <translation>点圆点看那一笔</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>要求线</translation>
    </message>
    <message>
        <source>Days below</source>
        <translation>低于线的日子</translation>
    </message>
    <message>
        <source>The curve begins with the first entry.</source>
        <translation>记了第一笔就有曲线。</translation>
    </message>
</context>
<context>
    <name>DepositPage</name>
    <message>
        <source>Record a top-up</source>
        <translation>记一笔补缴</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>Is there enough, why this much, and what to do if not</source>
        <translation>看余额够不够、为什么要这么多、不够怎么办</translation>
    </message>
    <message>
        <source>Deposit ledger</source>
        <translation>保证金账本</translation>
    </message>
    <message>
        <source>Deposit accounts</source>
        <translation>保证金账户</translation>
    </message>
    <message>
        <source>Compare with the phone</source>
        <translation>和手机核对</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>如果…会怎样</translation>
    </message>
    <message>
        <source>To the wizard ›</source>
        <translation>去开店向导 ›</translation>
    </message>
    <message>
        <source>Record an entry</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>No deposit recorded yet</source>
        <translation>还没有保证金记录</translation>
    </message>
    <message>
        <source>Here you see how much deposit there is, how much is required and why. The wizard works out the line; if you have paid already, record it.</source>
        <translation>这里看保证金有多少、要多少、为什么。要求线由开店向导算；已经缴过的，先记一笔。</translation>
    </message>
</context>
<context>
    <name>DepositView</name>
    <message>
        <source>What the phone shows as due</source>
        <translation>手机上显示应缴</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>还没看到</translation>
    </message>
    <message>
        <source>Book the first deposit</source>
        <translation>记第一笔保证金</translation>
    </message>
    <message>
        <source>First deposit, from the opening wizard</source>
        <translation>开店首缴</translation>
    </message>
    <message>
        <source>Booked to the ledger</source>
        <translation>已记入账本</translation>
    </message>
    <message>
        <source>Due altogether</source>
        <translation>一共要缴</translation>
    </message>
    <message>
        <source>Due altogether, at least</source>
        <translation>一共至少要缴</translation>
    </message>
    <message>
        <source>What stands here wins over the rule book</source>
        <translation>填了就以手机为准</translation>
    </message>
    <message>
        <source>The same as the rule book; entered {day}</source>
        <translation>和平台规则一样，{day}填的</translation>
    </message>
    <message>
        <source>{n} less than the rule book; this counts, entered {day}</source>
        <translation>比平台规则少 {n}，以手机为准，{day}填的</translation>
    </message>
    <message>
        <source>{n} more than the rule book; this counts, entered {day}</source>
        <translation>比平台规则多 {n}，以手机为准，{day}填的</translation>
    </message>
    <message>
        <source>Book the change</source>
        <translation>改记到账本</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>记入账本</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已记入账本</translation>
    </message>
    <message>
        <source>In the ledger: {amounts}. Later changes are booked by reversal.</source>
        <translation>账本里：{amounts}。以后改了，会先冲销再记新的。</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>之后改过</translation>
    </message>
    <message>
        <source>In the ledger: {amounts}. Booking reverses them and writes new ones.</source>
        <translation>账本里：{amounts}。改记会先冲销，再记新的。</translation>
    </message>
    <message>
        <source>A draft until you book it; do that once it is paid on the phone.</source>
        <translation>现在只是草稿。手机上缴了，再记入账本。</translation>
    </message>
    <message>
        <source>Nothing is due, nothing to book.</source>
        <translation>不用缴，没有要记的。</translation>
    </message>
    <message>
        <source>own goods {n}</source>
        <translation>自建 {n}</translation>
    </message>
    <message>
        <source>promotion {n}</source>
        <translation>推广 {n}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Go on without booking</source>
        <translation>暂不记账，下一步</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Record a deposit entry</source>
        <translation>记一笔保证金</translation>
    </message>
    <message>
        <source>Reverse a deposit entry</source>
        <translation>冲销一笔保证金</translation>
    </message>
    <message>
        <source>Compare the deposit with the phone</source>
        <translation>和手机对保证金</translation>
    </message>
    <message>
        <source>Noted: book and phone agree</source>
        <translation>记下了：账本和手机一致</translation>
    </message>
    <message>
        <source>Booked {amount}; book and phone agree</source>
        <translation>记了一笔 {amount}，账本和手机一致了</translation>
    </message>
    <message>
        <source>Note a measure of the platform</source>
        <translation>记平台措施</translation>
    </message>
    <message>
        <source>Freeze an account</source>
        <translation>标记账户冻结</translation>
    </message>
    <message>
        <source>Thaw an account</source>
        <translation>标记账户解冻</translation>
    </message>
    <message>
        <source>{what}: take away</source>
        <translation>{what}：删掉一条</translation>
    </message>
    <message>
        <source>Transfer from a sub-shop</source>
        <translation>子店铺划转</translation>
    </message>
    <message>
        <source>Promotion closed</source>
        <translation>记下关闭推广功能</translation>
    </message>
    <message>
        <source>Shop-exit rule met</source>
        <translation>记下符合退店规则</translation>
    </message>
    <message>
        <source>Refund applied for</source>
        <translation>记下申请退回</translation>
    </message>
    <message>
        <source>Deducted before the refund</source>
        <translation>记下退回前扣款</translation>
    </message>
    <message>
        <source>Refund paid</source>
        <translation>记下退回到账</translation>
    </message>
    <message>
        <source>Promotion opened again</source>
        <translation>推广又开通了</translation>
    </message>
    <message>
        <source>Take out excess promotion deposit</source>
        <translation>提现超额推广保证金</translation>
    </message>
    <message>
        <source>Recorded in the ledger</source>
        <translation>已记入账本</translation>
    </message>
</context>
<context>
    <name>DoneView</name>
    <message>
        <source>What comes next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Name your shop ›</source>
        <translation>给店铺起个名字 ›</translation>
    </message>
    <message>
        <source>It stands in the window&apos;s title and on exports</source>
        <translation>写在窗口标题和导出的文件名上</translation>
    </message>
    <message>
        <source>Prepare products ›</source>
        <translation>准备商品 ›</translation>
    </message>
    <message>
        <source>Your own goods, or links of other platforms</source>
        <translation>自己的货，或者别的平台的链接</translation>
    </message>
    <message>
        <source>Look at the deposit ›</source>
        <translation>看看保证金 ›</translation>
    </message>
    <message>
        <source>Keep the balance above the line</source>
        <translation>余额别低于要求线</translation>
    </message>
    <message>
        <source>Read the handbook ›</source>
        <translation>翻翻手册 ›</translation>
    </message>
    <message>
        <source>Listing, promotion, shipping, after-sales</source>
        <translation>上架、推广、发货、售后</translation>
    </message>
    <message>
        <source>At the end; still open: {n}</source>
        <translation>走完了，还有 {n} 处没办好</translation>
    </message>
    <message>
        <source>All done here; the phone has the rest</source>
        <translation>电脑上的都办好了，剩下的在手机上</translation>
    </message>
    <message>
        <source>Go there ›</source>
        <translation>去看看 ›</translation>
    </message>
    <message>
        <source>{n} fine, {m} to look at again</source>
        <translation>{n} 项好，{m} 项要再看</translation>
    </message>
    <message>
        <source>No photo and no number was checked</source>
        <translation>照片和号码都没检查</translation>
    </message>
    <message>
        <source>Gone through to the end</source>
        <translation>都走过一遍</translation>
    </message>
    <message>
        <source>{n} of {all} steps gone through</source>
        <translation>{all} 步走了 {n} 步</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>还没选</translation>
    </message>
    <message>
        <source>Not booked yet</source>
        <translation>还没记账</translation>
    </message>
    <message>
        <source>Booked: {amount}</source>
        <translation>已记 {amount}</translation>
    </message>
    <message>
        <source>Import a traffic report ›</source>
        <translation>导入流量报表 ›</translation>
    </message>
</context>
<context>
    <name>DoublesSheet</name>
    <message>
        <source>Rows that may be there twice</source>
        <translation>可能重复的行</translation>
    </message>
    <message>
        <source>A file that Excel saved once more had lost its seconds, so its rows came in a second time and are counted twice. Merging keeps one of each, with what the later file knew; it stands among the imports and can be taken back.</source>
        <translation>用 Excel 另存过的文件少了秒数，里面的行又导入了一次，现在算了两遍。合并后每行只留一份，以后导入的为准；合并会记在导入记录里，可以撤销。</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>共 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}, the first {n} are shown</source>
        <translation>{rows}，这里列出前 {n} 行</translation>
    </message>
    <message>
        <source>Merge all</source>
        <translation>全部合并</translation>
    </message>
    <message>
        <source>Keep both of the chosen</source>
        <translation>选中的都保留</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>哪一行</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>First file</source>
        <translation>先导入的文件</translation>
    </message>
    <message>
        <source>Came again with</source>
        <translation>又随哪个文件导入</translation>
    </message>
    <message>
        <source>What merging changes</source>
        <translation>合并后会改什么</translation>
    </message>
    <message>
        <source>nothing, they are alike</source>
        <translation>不改，两行一样</translation>
    </message>
    <message>
        <source>Choose rows first</source>
        <translation>先选中要保留的行</translation>
    </message>
</context>
<context>
    <name>DraftsBar</name>
    <message>
        <source>Go on with it ›</source>
        <translation>继续导入 ›</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished imports: {name}</source>
        <translation>
            <numerusform>有 %n 份没导完：{name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
</context>
<context>
    <name>Effect</name>
    <message>
        <source>what goods cost</source>
        <translation>商品成本</translation>
    </message>
    <message>
        <source>what returned goods are still worth</source>
        <translation>退回来的货还值多少</translation>
    </message>
    <message>
        <source>packaging and shipping</source>
        <translation>包装和运费</translation>
    </message>
    <message>
        <source>return shipping</source>
        <translation>退货运费</translation>
    </message>
    <message>
        <source>the platform&apos;s fee</source>
        <translation>平台扣点</translation>
    </message>
    <message>
        <source>commissions</source>
        <translation>佣金</translation>
    </message>
    <message>
        <source>Way not named</source>
        <translation>没写明的花费</translation>
    </message>
    <message>
        <source>Fentiao, typed in</source>
        <translation>粉条（手填）</translation>
    </message>
    <message>
        <source>Cannot be told yet</source>
        <translation>还看不出来</translation>
    </message>
    <message>
        <source>What you fixed costs more than that</source>
        <translation>固定的已经超过这个数</translation>
    </message>
    <message>
        <source>Stay as you are for now</source>
        <translation>先照现在的花</translation>
    </message>
    <message>
        <source>{way}: from ¥{start} a day on, each further yuan brings {back}</source>
        <translation>{way}从每天 ¥{start} 起，再花一块只回来 {back} 块</translation>
    </message>
    <message>
        <source>{way}: better stop, each yuan brings {back}</source>
        <translation>{way}不如先停：一块钱只回来 {back} 块</translation>
    </message>
    <message>
        <source>{way}: up to ¥{end} a day, each further yuan brings {back}</source>
        <translation>{way}加到每天 ¥{end}，多花一块回来 {back} 块</translation>
    </message>
    <message>
        <source>Every way cost about the same every day, so nobody can see which of them brings how much. Vary it by plan for some weeks, then it shows.</source>
        <translation>每样天天都花差不多的钱，看不出是谁带来的单。有计划地多花少花几周，就看得出了。</translation>
    </message>
    <message>
        <source>Fix less, or move the budget up.</source>
        <translation>少固定一点，或者把预算往上拖。</translation>
    </message>
    <message>
        <source>{way}: stop for now</source>
        <translation>{way}先停</translation>
    </message>
    <message>
        <source>No other split is more likely to leave more.</source>
        <translation>换哪种分法都没把握多赚。</translation>
    </message>
    <message>
        <source>¥{kept} a day are better kept back</source>
        <translation>每天 {kept} 元先别花，留着</translation>
    </message>
    <message>
        <source>{ways}: cannot be told yet, left as today</source>
        <translation>{ways}还看不出来，先照旧</translation>
    </message>
    <message>
        <source>Days of the last 12 weeks with orders and spend: {n}</source>
        <translation>近 12 周里有 {n} 天订单和花费都全</translation>
    </message>
    <message>
        <source>days with suspect hours, left out here and only here: {n}</source>
        <translation>{n} 天有疑似异常，只在这里没用上</translation>
    </message>
    <message>
        <source>days without orders: {n}</source>
        <translation>{n} 天缺订单</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{ways}: earns in the table, by all sales that the platform reports; here what it overcounts is taken off, and each further yuan has to pay</source>
        <translation>{ways}：表里写「赚」，是照平台报的全部成交算的；这里扣掉了平台多算的，只看多花的每一元值不值</translation>
    </message>
    <message>
        <source>now about {now}, then about {then}</source>
        <translation>现在约 {now}，照建议约 {then}</translation>
    </message>
    <message>
        <source>Between {low} less and {high} more; what the platform overcounts is taken off</source>
        <translation>大概在少 {low} 到多 {high} 之间；平台多算的成交已扣掉</translation>
    </message>
    <message>
        <source>Between {low} and {high} less</source>
        <translation>大概少 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Between {low} and {high} more; what the platform overcounts is taken off</source>
        <translation>大概多 {low} 到 {high}；平台多算的成交已扣掉</translation>
    </message>
    <message>
        <source>Sales through it about ¥{mid} a day ({low} to {high})</source>
        <translation>这些钱每天大约带来成交 {mid} 元（{low} 到 {high}）</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>够本</translation>
    </message>
    <message>
        <source>Does not pay</source>
        <translation>不够本</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>拿不准</translation>
    </message>
    <message>
        <source>over 99%</source>
        <translation>99% 以上</translation>
    </message>
</context>
<context>
    <name>EffectRoom</name>
    <message>
        <source>{n} days</source>
        <translation>{n}天</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Days of the table</source>
        <translation>表里的天数</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Working out what each way brings</source>
        <translation>正在算每种办法带来多少</translation>
    </message>
    <message>
        <source>Begin a test</source>
        <translation>开始试投</translation>
    </message>
    <message>
        <source>Tick a day of the test</source>
        <translation>记一天的试投</translation>
    </message>
    <message>
        <source>Stop a test</source>
        <translation>停掉试投</translation>
    </message>
    <message>
        <source>Save a proposal as plans</source>
        <translation>把建议存成计划</translation>
    </message>
    <message>
        <source>The plans for {month} stand under Plans</source>
        <translation>{month} 的计划放在「计划」里了</translation>
    </message>
    <message>
        <source>Import reports ›</source>
        <translation>去导入报表 ›</translation>
    </message>
    <message>
        <source>No spending in the last 12 weeks</source>
        <translation>近 12 周没有花费</translation>
    </message>
    <message>
        <source>Import the report of your paid traffic under Traffic, or note a plan and what it cost. Then it shows here which way earns, and where the next yuan goes.</source>
        <translation>在「流量」里导入推广报表，或者记下一个计划和它花的钱。这里就能看出哪样赚、下一块钱该花哪。</translation>
    </message>
    <message>
        <source>Fill in costs</source>
        <translation>填成本</translation>
    </message>
    <message>
        <source>Fill in costs, then it can be worked out</source>
        <translation>缺成本，补上就能算</translation>
    </message>
    <message>
        <source>Missing: {missing}. Without it nobody knows what stays of a sale, and so whether more promotion pays.</source>
        <translation>还缺：{missing}。不填就不知道一单剩多少，也就不知道多推划不划算。</translation>
    </message>
</context>
<context>
    <name>EntrySheet</name>
    <message>
        <source>Record an entry</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>The ledger is only added to. A mistake is reversed later.</source>
        <translation>账本只加不改，记错了以后可以冲销。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>What for, which order, which notice</source>
        <translation>为什么，哪个订单，哪条通知</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>as the notice names it</source>
        <translation>通知里写的</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Proof at hand</source>
        <translation>手上的凭证</translation>
    </message>
    <message>
        <source>screenshot, waybill, chat</source>
        <translation>截图、运单、聊天记录</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>记进账本</translation>
    </message>
    <message>
        <source>Only noted; no money moves yet.</source>
        <translation>只做记录，钱还没动。</translation>
    </message>
    <message>
        <source>Recorded as {amount}, the balance becomes {balance}.</source>
        <translation>记成 {amount}，余额变成 {balance}。</translation>
    </message>
    <message>
        <source>Amount (none)</source>
        <translation>金额（不用填）</translation>
    </message>
    <message>
        <source>Amount deducted</source>
        <translation>扣除金额</translation>
    </message>
    <message>
        <source>Amount paid in</source>
        <translation>存入金额</translation>
    </message>
    <message>
        <source>Amount, − if deducted</source>
        <translation>金额（扣除的写负数）</translation>
    </message>
    <message>
        <source>Without a minus: this kind adds</source>
        <translation>这一类是存入，不写负号</translation>
    </message>
    <message>
        <source>Fill in the amount</source>
        <translation>填上金额</translation>
    </message>
</context>
<context>
    <name>EventsButton</name>
    <message>
        <source>Notes, holidays and promotions</source>
        <translation>记事、节日和大促</translation>
    </message>
    <message>
        <source>Note what happened…</source>
        <translation>记一件事…</translation>
    </message>
    <message>
        <source>Holidays and promotions</source>
        <translation>节日和大促</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生的事</translation>
    </message>
</context>
<context>
    <name>EvidenceSheet</name>
    <message>
        <source>What the platform needs to decide</source>
        <translation>平台介入要的材料</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>出来的样子</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Save as one PDF</source>
        <translation>存成一个 PDF</translation>
    </message>
    <message>
        <source>As a folder</source>
        <translation>存成文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Photos for the pack</source>
        <translation>放进材料的照片</translation>
    </message>
    <message>
        <source>nothing noted</source>
        <translation>没记</translation>
    </message>
    <message>
        <source>The courier&apos;s word is missing. Noted with the case, it helps to decide.</source>
        <translation>还没记快递怎么说；记在「说过的话」里，更好判。</translation>
    </message>
    <message>
        <source>The order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Check before shipping</source>
        <translation>发货前检查</translation>
    </message>
    <message>
        <source>The parcel</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>Requests and deadlines</source>
        <translation>申请和时限</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说过的话</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>加照片</translation>
    </message>
    <message>
        <source>No name, phone or address goes in. Black them out where a photo shows them: click the photo. Photos are not kept here.</source>
        <translation>买家名字、电话、地址都不放。照片上拍到的先涂掉：点照片就能涂。照片不存在这里。</translation>
    </message>
    <message>
        <source>Not a readable photo: {names}</source>
        <translation>打不开，没加进来：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Photo {n}</source>
        <translation>照片 {n}</translation>
    </message>
    <message>
        <source>Pages: {n}</source>
        <translation>共 {n} 页</translation>
    </message>
    <message>
        <source>Where the folder goes</source>
        <translation>文件夹放哪儿</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>EvidenceTable</name>
    <message>
        <source>Usual</source>
        <translation>往常</translation>
    </message>
    <message>
        <source>By so many views {n} were to be expected</source>
        <translation>按这么多观看，该有 {n}</translation>
    </message>
</context>
<context>
    <name>ExcessSheet</name>
    <message>
        <source>Taking out excess promotion deposit</source>
        <translation>提现超额推广保证金</translation>
    </message>
    <message>
        <source>Promotion categories ›</source>
        <translation>推广类目 ›</translation>
    </message>
    <message>
        <source>Sales by month ›</source>
        <translation>每月销售 ›</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Book the withdrawal</source>
        <translation>记下提现</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>Has to stay</source>
        <translation>必须留</translation>
    </message>
    <message>
        <source>Excess</source>
        <translation>超出的部分</translation>
    </message>
    <message>
        <source>The highest promotion deposit: {category}.</source>
        <translation>推广保证金最高的类目：{category}。</translation>
    </message>
    <message>
        <source>Fill in the promotion categories, or answer for the highest one.</source>
        <translation>先填推广类目；没填的话，按保证金最高的那个回答。</translation>
    </message>
    <message>
        <source>The account is frozen. Nothing can be asked for.</source>
        <translation>账户冻结了，现在提不了。</translation>
    </message>
    <message>
        <source>How much is not known. Fill in what each open category asks for.</source>
        <translation>能提多少还不知道。先把开着的类目各要多少填上。</translation>
    </message>
    <message>
        <source>There is no excess.</source>
        <translation>没有超出的部分。</translation>
    </message>
    <message>
        <source>It can be asked for on the phone now.</source>
        <translation>现在可以在手机上申请提现。</translation>
    </message>
    <message>
        <source>It can be asked for from {day}.</source>
        <translation>{day} 起可以申请。</translation>
    </message>
    <message>
        <source>Not both conditions are met yet.</source>
        <translation>两个条件还没都满足。</translation>
    </message>
    <message>
        <source>The excess is only {amount}</source>
        <translation>超出的只有 {amount}</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>To Excel</source>
        <translation>导出为 Excel</translation>
    </message>
    <message>
        <source>To CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>What is shown, to Excel</source>
        <translation>当前列表，导出为 Excel</translation>
    </message>
    <message>
        <source>What is shown, to CSV</source>
        <translation>当前列表，导出为 CSV</translation>
    </message>
    <message>
        <source>Everything, to Excel</source>
        <translation>全部，导出为 Excel</translation>
    </message>
    <message>
        <source>Everything, to CSV</source>
        <translation>全部，导出为 CSV</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>导出{name}</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出{name}</translation>
    </message>
    <message>
        <source>{n} rows exported</source>
        <translation>已导出 {n} 行</translation>
    </message>
    <message>
        <source>1 row exported</source>
        <translation>已导出 1 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts were too long for Excel and are cut; CSV keeps them whole</source>
        <translation>
            <numerusform>有 %Ln 格文字超过 Excel 的上限，已截短；导出为 CSV 可保留全文</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows}. {cut}</source>
        <translation>{rows}。{cut}</translation>
    </message>
</context>
<context>
    <name>FanChecklist</name>
    <message>
        <source>Answer the messages</source>
        <translation>回完私信</translation>
    </message>
    <message>
        <source>See who left yesterday, and think why</source>
        <translation>看看昨天掉了多少粉，想想为什么</translation>
    </message>
    <message>
        <source>Ask one regular buyer how they like it</source>
        <translation>问一位老客用得怎么样</translation>
    </message>
    <message>
        <source>Thank the regulars who bought</source>
        <translation>谢过下单的老客</translation>
    </message>
    <message>
        <source>Note the three things asked most</source>
        <translation>记下问得最多的三件事</translation>
    </message>
    <message>
        <source>Answer the open comments</source>
        <translation>回完没回的评论</translation>
    </message>
    <message>
        <source>Read the bad reviews</source>
        <translation>看一遍差评</translation>
    </message>
</context>
<context>
    <name>FanFigures</name>
    <message>
        <source>Fans by</source>
        <translation>粉丝按什么看</translation>
    </message>
    <message>
        <source>Import a report or type what the phone says ›</source>
        <translation>导入报表，或者把手机上的数记下来 ›</translation>
    </message>
    <message>
        <source>From {first} up to yesterday; today is not over</source>
        <translation>从 {first} 到昨天，今天还没过完</translation>
    </message>
    <message>
        <source>From {first} up to yesterday; the last week is not over</source>
        <translation>从 {first} 到昨天，最后一周还没过完</translation>
    </message>
    <message>
        <source>From {first} up to yesterday; the last month is not over</source>
        <translation>从 {first} 到昨天，最后一个月还没过完</translation>
    </message>
</context>
<context>
    <name>FanModel</name>
    <message>
        <source>Works</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>粉丝</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>FansCurve</name>
    <message>
        <source>Fans over time</source>
        <translation>粉丝走势</translation>
    </message>
    <message>
        <source>Nothing tells of fans in this time.</source>
        <translation>这段时间没有粉丝的数。</translation>
    </message>
</context>
<context>
    <name>FansRoom</name>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>the last 12 weeks</source>
        <translation>近 12 周</translation>
    </message>
    <message>
        <source>the last 12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>{n} more fans in {span}</source>
        <translation>{span}多了 {n} 个粉丝</translation>
    </message>
    <message>
        <source>{n} fewer fans in {span}</source>
        <translation>{span}少了 {n} 个粉丝</translation>
    </message>
    <message>
        <source>{n} new fans in {span}; nothing tells how many left</source>
        <translation>{span}新增 {n} 个粉丝，掉了多少没有数</translation>
    </message>
    <message>
        <source>1 new fan in {span}; nothing tells how many left</source>
        <translation>{span}新增 1 个粉丝，掉了多少没有数</translation>
    </message>
    <message>
        <source>1 fan left in {span}; nothing tells how many came</source>
        <translation>{span}掉了 1 个粉丝，新增多少没有数</translation>
    </message>
    <message>
        <source>{n} fans left in {span}; nothing tells how many came</source>
        <translation>{span}掉了 {n} 个粉丝，新增多少没有数</translation>
    </message>
    <message>
        <source>{new} new and {lost} lost fans in {span}, on different days</source>
        <translation>{span}新增 {new}、掉粉 {lost}，不是同样的日子</translation>
    </message>
    <message>
        <source>Nothing tells of fans in {span}</source>
        <translation>{span}没有粉丝的数</translation>
    </message>
    <message>
        <source>New fans</source>
        <translation>新增粉丝</translation>
    </message>
    <message>
        <source>Lost fans</source>
        <translation>掉粉</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净增</translation>
    </message>
    <message>
        <source>Follow rate</source>
        <translation>转粉率</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>互动率</translation>
    </message>
    <message>
        <source>from reports, and what you typed</source>
        <translation>报表里的，加上你自己记的</translation>
    </message>
    <message>
        <source>new − lost, where both are told: {new} − {lost}</source>
        <translation>新增 − 掉粉，只算两样都有的：{new} − {lost}</translation>
    </message>
    <message>
        <source>new fans ÷ views: {above} ÷ {below}</source>
        <translation>新增粉丝 ÷ 观看：{above} ÷ {below}</translation>
    </message>
    <message>
        <source>(likes + comments + shares) ÷ plays: {above} ÷ {below}</source>
        <translation>（赞 + 评 + 转）÷ 播放：{above} ÷ {below}</translation>
    </message>
    <message>
        <source>÷ {per}: {above} ÷ {below} = {share}</source>
        <translation>÷ {per}：{above} ÷ {below} = {share}</translation>
    </message>
    <message>
        <source>no row tells {per} beside it</source>
        <translation>旁边没有{per}的数</translation>
    </message>
    <message>
        <source>1 more fan in {span}</source>
        <translation>{span}多了 1 个粉丝</translation>
    </message>
    <message>
        <source>1 fewer fan in {span}</source>
        <translation>{span}少了 1 个粉丝</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Telephones, ID numbers and addresses are not kept: {blot} is stored in their place</source>
        <translation>电话、证件号码和地址不会保存，会存成 {blot}</translation>
    </message>
</context>
<context>
    <name>FiguresSheet</name>
    <message>
        <source>All figures</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>怎么算的</translation>
    </message>
    <message>
        <source>These days</source>
        <translation>这几天</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一段</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>FilledToday</name>
    <message>
        <source>To do now</source>
        <translation>现在要做</translation>
    </message>
    <message>
        <source>by time left</source>
        <translation>按剩余时间排</translation>
    </message>
    <message>
        <source>For today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>tick what is done; it can be undone</source>
        <translation>做完打勾，可撤销</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Done:</source>
        <translation>做完了：</translation>
    </message>
    <message>
        <source>Nothing due today</source>
        <translation>今天没事</translation>
    </message>
    <message>
        <source>What comes up will stand here.</source>
        <translation>有事会显示在这里。</translation>
    </message>
    <message>
        <source>Next: {what}</source>
        <translation>下一件：{what}</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Title, code, pinyin such as hfs</source>
        <translation>名称、编码、拼音，如 hfs</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>搜索商品</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Running out</source>
        <translation>快卖完</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>看哪些商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>没写类目</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>全部类目</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Helps you open a Kuaishou shop, watch the deposit and count what promotion brings. Everything stays on this computer; it never goes online.</source>
        <translation>帮你开快手小店、看住保证金、算清推广的账。所有东西只存在这台电脑，从不联网。</translation>
    </message>
    <message>
        <source>Independent software, not a Kuaishou product</source>
        <translation>独立软件，不是快手官方产品</translation>
    </message>
    <message>
        <source>Take in from the old computer</source>
        <translation>从旧电脑搬过来</translation>
    </message>
    <message>
        <source>Open a book or a backup</source>
        <translation>打开已有的账本</translation>
    </message>
    <message>
        <source>ksdesk livestream shop desk</source>
        <translation>ksdesk 直播小店助手</translation>
    </message>
    <message>
        <source>Load the sample shop</source>
        <translation>载入示例店铺</translation>
    </message>
    <message>
        <source>Start from zero</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Look around first, in a shop that is really busy</source>
        <translation>先逛一逛，看一家真忙的店是什么样</translation>
    </message>
    <message>
        <source>An evening of odd traffic, and how to tell</source>
        <translation>一晚不对劲的流量，怎么看出来</translation>
    </message>
    <message>
        <source>A deposit below the line, and how to mend it</source>
        <translation>保证金掉到线下，怎么补</translation>
    </message>
    <message>
        <source>Leave any time, no trace stays</source>
        <translation>随时退出，不留一点痕迹</translation>
    </message>
    <message>
        <source>Follow the drawn phone, step by step, to a shop of your own</source>
        <translation>跟着画出来的手机，一步步开自己的店</translation>
    </message>
    <message>
        <source>Six chapters, each step marks where to tap</source>
        <translation>六章，每步都圈出点哪里</translation>
    </message>
    <message>
        <source>Close it any time, go on from there next time</source>
        <translation>关掉也不怕，下次接着来</translation>
    </message>
    <message>
        <source>Shop already open? Just skip ahead</source>
        <translation>店已经开好了？可以直接跳过</translation>
    </message>
    <message>
        <source>Building the sample shop</source>
        <translation>正在准备示例店铺</translation>
    </message>
</context>
<context>
    <name>FoldCard</name>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Fold up</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>FreezeSheet</name>
    <message>
        <source>{account}: frozen</source>
        <translation>{account}被冻结</translation>
    </message>
    <message>
        <source>{account}: thawed</source>
        <translation>{account}解冻</translation>
    </message>
    <message>
        <source>While it is frozen the money is there but cannot be moved.</source>
        <translation>冻结期间钱还在，但动不了。</translation>
    </message>
    <message>
        <source>From this day the money can be moved again.</source>
        <translation>从这天起钱又能动了。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>What the notice said</source>
        <translation>通知怎么说的</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记下来</translation>
    </message>
</context>
<context>
    <name>FunnelPart</name>
    <message>
        <source>From seeing to buying</source>
        <translation>从看到买</translation>
    </message>
    <message>
        <source>of the step before</source>
        <translation>占上一步</translation>
    </message>
    <message>
        <source>No step is known yet: fill in its figures.</source>
        <translation>还没有数，先把这场的数填上。</translation>
    </message>
    <message>
        <source>Not known, left out: {steps}</source>
        <translation>没有数，没画：{steps}</translation>
    </message>
</context>
<context>
    <name>GapsCard</name>
    <message>
        <source>Where they differ</source>
        <translation>差在哪</translation>
    </message>
    <message>
        <source>Note a reason</source>
        <translation>记一句原因</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>成交日</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台报的</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>对的结果</translation>
    </message>
    <message>
        <source>Only totals are told. Bring the platform&apos;s table with a row per order, then every order that differs is listed here.</source>
        <translation>只有总数，对不到单。导入平台一单一行的明细，这里就把对不上的订单一单一单列出来。</translation>
    </message>
    <message>
        <source>Figures that differ</source>
        <translation>对不上的数</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s), together {sum}: platform {platform}, book {book}</source>
        <translation>
            <numerusform>%n 单，合起来 {sum}：平台 {platform}，账本 {book}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>The required line is not filled in yet</source>
        <translation>要求线还没填</translation>
    </message>
    <message>
        <source>Just enough</source>
        <translation>刚好够</translation>
    </message>
    <message>
        <source>Enough, {gap} over</source>
        <translation>够，多 {gap}</translation>
    </message>
    <message>
        <source>Short {gap}</source>
        <translation>还差 {gap}</translation>
    </message>
    <message>
        <source>Balance {amount}</source>
        <translation>余额 {amount}</translation>
    </message>
    <message>
        <source>Required {amount}</source>
        <translation>要求线 {amount}</translation>
    </message>
</context>
<context>
    <name>GiftCard</name>
    <message>
        <source>The evening</source>
        <translation>礼物当晚</translation>
    </message>
    <message>
        <source>{spent} given, the platform keeps {share}%: {cost} are gone</source>
        <translation>刷了 {spent}，平台抽 {share}%，净花 {cost}</translation>
    </message>
    <message>
        <source>Profit and effect count all {spent} as spend: {rest} went to the room as gift income, which is no sale and is not counted.</source>
        <translation>利润和效果按刷出去的 {spent} 全额算花费：另外 {rest} 成了直播间的礼物收入，不是卖货的钱，没有算进来。</translation>
    </message>
    <message>
        <source>Change the share ›</source>
        <translation>改平台抽成 ›</translation>
    </message>
    <message>
        <source>Fill in what was given, then you see what it really cost.</source>
        <translation>填上刷了多少，就能看到真花了多少。</translation>
    </message>
    <message>
        <source>What makes it worth the money:</source>
        <translation>做到这几样才值：</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Rank and heat are only noted. No plan aims at them.</source>
        <translation>排名和热度只记不追，不拿它当目标。</translation>
    </message>
</context>
<context>
    <name>GiftRules</name>
    <message>
        <source>First the rules</source>
        <translation>先看规则</translation>
    </message>
    <message>
        <source>ksdesk only keeps the account and judges. It never sends gifts.</source>
        <translation>这里只记账、只评判，从不代刷。</translation>
    </message>
</context>
<context>
    <name>GoodCard</name>
    <message>
        <source>Try another price ›</source>
        <translation>试试改价 ›</translation>
    </message>
    <message>
        <source>Fill in its cost ›</source>
        <translation>去填成本 ›</translation>
    </message>
    <message>
        <source>Its plan ›</source>
        <translation>看它的推广计划 ›</translation>
    </message>
    <message>
        <source>{title}: each order loses {fen}</source>
        <translation>{title}：卖一单亏 {fen}</translation>
    </message>
    <message>
        <source>{title}: each order leaves {fen}</source>
        <translation>{title}：卖一单剩 {fen}</translation>
    </message>
    <message>
        <source>{fen} lost</source>
        <translation>共亏 {fen}</translation>
    </message>
    <message numerus="yes">
        <source>See these %Ln orders ›</source>
        <translation>
            <numerusform>看这 %Ln 单 ›</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no cost yet, so nothing of it is in the net.</source>
        <translation>还没填成本，所以没算进净得。</translation>
    </message>
    <message>
        <source>{own} of it came back, {usual} in the whole shop</source>
        <translation>退款占 {own}，店里平均 {usual}</translation>
    </message>
    <message>
        <source>shipping {fen} an order</source>
        <translation>运费一单 {fen}</translation>
    </message>
    <message>
        <source>shipping {fen} an order, {others} for the others</source>
        <translation>运费一单 {fen}，别的货 {others}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its orders have no cost and are left out</source>
        <translation>
            <numerusform>其中 %Ln 单没填成本，没算进来</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left out, a refund&apos;s amount is not told</source>
        <translation>
            <numerusform>%Ln 单没说退了多少，先不算</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it was sold in this month.</source>
        <translation>这个月没卖出。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>What was copied is no table of cells</source>
        <translation>复制的不是表格，先在表格里选中格子复制</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>还没有复制</translation>
    </message>
    <message>
        <source>It does not fit: {rows} rows and {columns} columns were copied, from here on there are {high} and {wide}</source>
        <translation>放不下：复制了 {rows} 行 {columns} 列，从这里起只有 {high} 行 {wide} 列</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>There is nothing above to fill down</source>
        <translation>上面没有可以向下填的内容</translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>向下填</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Grey cells that stay as they are: {n}</source>
        <translation>{n} 个灰色格子没有改动</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>It follows from the options; change them in the product itself</source>
        <translation>由规格算出来，去商品里改规格</translation>
    </message>
    <message>
        <source>The stock of another platform&apos;s goods is not kept here</source>
        <translation>别的平台的货，库存不在这里</translation>
    </message>
</context>
<context>
    <name>GridSheet</name>
    <message>
        <source>Edit as a table</source>
        <translation>表格编辑</translation>
    </message>
    <message>
        <source>Copy and paste with Excel, Ctrl+D fills down, Ctrl+Z takes back.</source>
        <translation>和 Excel 来回复制粘贴，Ctrl+D 向下填，Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>To the next fault</source>
        <translation>下一处错误</translation>
    </message>
    <message>
        <source>See before and after</source>
        <translation>预览改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n cells changed</source>
        <translation>
            <numerusform>改了 %n 格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells cannot be taken</source>
        <translation>
            <numerusform>%n 格有错</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend the red cells first</source>
        <translation>先把红的格子改好</translation>
    </message>
    <message>
        <source>Nothing has changed yet</source>
        <translation>还没有改动</translation>
    </message>
    <message>
        <source>Row {row}, {column}: {fault}</source>
        <translation>第 {row} 行，{column}：{fault}</translation>
    </message>
    <message>
        <source>Leave without writing?</source>
        <translation>不保存就关闭？</translation>
    </message>
    <message numerus="yes">
        <source>%n changed cells are not in the book yet.</source>
        <translation>
            <numerusform>%n 格改动还没有保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw them away</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Products, cell by cell</source>
        <translation>商品，一格一格</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Opening</source>
        <translation>开店</translation>
    </message>
    <message>
        <source>Shop types</source>
        <translation>店铺类型</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Market and law</source>
        <translation>行情与法规</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Product quality</source>
        <translation>商品品质</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>How selling on Kuaishou works, and the rule behind every figure</source>
        <translation>在快手怎么卖货，每个数字出自哪条规则</translation>
    </message>
    <message>
        <source>Rule book</source>
        <translation>平台规则</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>看哪一部分</translation>
    </message>
    <message>
        <source>Search sections and rules</source>
        <translation>搜章节和规则</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>搜手册</translation>
    </message>
    <message>
        <source>Rules: {rules}</source>
        <translation>{rules} 条规则</translation>
    </message>
    <message>
        <source>Sections: {sections} · rules: {rules}</source>
        <translation>{sections} 节，{rules} 条规则</translation>
    </message>
</context>
<context>
    <name>Halved</name>
    <message>
        <source>Lower %n prices by more than half?</source>
        <translation>%n 个商品降价超过一半，确定吗？</translation>
    </message>
    <message>
        <source>Look at the new prices once more. Afterwards Ctrl+Z brings the old back.</source>
        <translation>再看一眼新价格。改错了按 Ctrl+Z 能改回来。</translation>
    </message>
    <message>
        <source>Lower them</source>
        <translation>确认降价</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有符合的</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Open in the rule book ›</source>
        <translation>在平台规则里看 ›</translation>
    </message>
    <message>
        <source>Ten questions</source>
        <translation>十个问题</translation>
    </message>
    <message>
        <source>Along the book&apos;s chapter</source>
        <translation>照书的章节</translation>
    </message>
    <message>
        <source>Practical</source>
        <translation>实用</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message numerus="yes">
        <source>All %n rules ›</source>
        <translation>
            <numerusform>全部 %n 条规则 ›</numerusform>
        </translation>
    </message>
    <message>
        <source>Advice of this app. Blue words show the rule they stand on.</source>
        <translation>这个软件的建议。蓝字点开是规则。</translation>
    </message>
    <message>
        <source>After the book of {day}, in our words. Blue words show their rule.</source>
        <translation>根据 {day}的书重新写成。蓝字点开是规则。</translation>
    </message>
    <message>
        <source>‹ {title}</source>
        <translation>‹ {title}</translation>
    </message>
    <message>
        <source>{title} ›</source>
        <translation>{title} ›</translation>
    </message>
    <message>
        <source>From the rule book</source>
        <translation>平台规则中的一条</translation>
    </message>
</context>
<context>
    <name>HeadCard</name>
    <message>
        <source>Promise a day…</source>
        <translation>答应个日子…</translation>
    </message>
    <message>
        <source>Evidence for the platform…</source>
        <translation>平台介入材料…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Answered: the buyer&apos;s turn</source>
        <translation>答复了，轮到买家</translation>
    </message>
    <message>
        <source>My turn again</source>
        <translation>又轮到我了</translation>
    </message>
    <message>
        <source>Sent back by the buyer</source>
        <translation>买家寄回了</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>答应了</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>办到了</translation>
    </message>
    <message>
        <source>Close it…</source>
        <translation>结案…</translation>
    </message>
    <message>
        <source>Its deadline on the phone…</source>
        <translation>手机上的截止时间…</translation>
    </message>
    <message>
        <source>To its order ›</source>
        <translation>看订单 ›</translation>
    </message>
    <message>
        <source>The goods are not there…</source>
        <translation>没货了，按缺货处理…</translation>
    </message>
    <message>
        <source>Noted by mistake</source>
        <translation>记错了，删掉</translation>
    </message>
</context>
<context>
    <name>HeatCanvas</name>
    <message>
        <source>Too few hours are known.</source>
        <translation>按小时的数据太少。</translation>
    </message>
    <message>
        <source>Most people come from {first}:00 to {last}:00.</source>
        <translation>{first} 点到 {last} 点人最多。</translation>
    </message>
</context>
<context>
    <name>HeatCard</name>
    <message>
        <source>When people come</source>
        <translation>什么时候人多</translation>
    </message>
    <message>
        <source>{measure} by weekday and hour</source>
        <translation>{measure}：星期几、几点最多</translation>
    </message>
    <message>
        <source>no suspect hours</source>
        <translation>已去掉疑似异常</translation>
    </message>
    <message>
        <source>{n}-week median</source>
        <translation>近 {n} 周中位数</translation>
    </message>
    <message>
        <source>best {first}–{last} h</source>
        <translation>{first}–{last} 点最好</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>few</source>
        <translation>少</translation>
    </message>
    <message>
        <source>many</source>
        <translation>多</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
</context>
<context>
    <name>HeatSheet</name>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
</context>
<context>
    <name>HiddenFoot</name>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>今天做完的 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>还没做完</translation>
    </message>
    <message numerus="yes">
        <source>%n put off for now</source>
        <translation>
            <numerusform>有 %n 件先放着</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind me again</source>
        <translation>恢复提醒</translation>
    </message>
</context>
<context>
    <name>HiddenRows</name>
    <message>
        <source>Look ›</source>
        <translation>看看 ›</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>HoursSheet</name>
    <message>
        <source>Your hours of shipping</source>
        <translation>你的发货时限</translation>
    </message>
    <message>
        <source>Used only where the order, an announced delay and the product say nothing.</source>
        <translation>订单、报备和商品都没写时才用。</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Shipped after the payment within</source>
        <translation>付款后多久要发货</translation>
    </message>
    <message>
        <source>Picked up after the tracking number within</source>
        <translation>填单号后多久要揽收</translation>
    </message>
    <message>
        <source>Look up on the phone what the platform asks of your shop. Left empty, the time stays unknown; the clocks run through weekends and holidays.</source>
        <translation>平台要求你几小时，在手机上看。空着就当不知道；周末和假日照样算。</translation>
    </message>
    <message>
        <source>Save the hours</source>
        <translation>存好时限</translation>
    </message>
    <message>
        <source>Whole hours, from 1 to {most}</source>
        <translation>填整小时，1 到 {most}</translation>
    </message>
</context>
<context>
    <name>ImportKinds</name>
    <message>
        <source>Traffic report</source>
        <translation>流量报表</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Campaign ID</source>
        <translation>计划 ID</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Ad group ID</source>
        <translation>广告组 ID</translation>
    </message>
    <message>
        <source>Ad group</source>
        <translation>广告组</translation>
    </message>
    <message>
        <source>Creative ID</source>
        <translation>创意 ID</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Live ID</source>
        <translation>直播 ID</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>营销目标</translation>
    </message>
    <message>
        <source>not kept: a buyer&apos;s personal data</source>
        <translation>买家个人信息，不保存</translation>
    </message>
    <message>
        <source>the number is empty or 0, this row is left out</source>
        <translation>单号为空或为 0，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” has lost digits in Excel, this row is left out</source>
        <translation>“{value}”被 Excel 改短了，单号已不全，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” says neither in nor out, this row is left out</source>
        <translation>“{value}”不是收也不是支，此行未导入</translation>
    </message>
    <message>
        <source>no amount, this row is left out</source>
        <translation>没有金额，此行未导入</translation>
    </message>
    <message>
        <source>{name} needs a password</source>
        <translation>{name} 有密码</translation>
    </message>
    <message>
        <source>Type the password that the platform showed when you exported it. It is not kept. Or open the file in WPS or Excel, take the password off and save it.</source>
        <translation>请输入导出时平台给出的密码，密码不会保存。也可以先用 WPS 或 Excel 打开，取消密码后另存。</translation>
    </message>
    <message>
        <source>That is not the password of {name}</source>
        <translation>{name} 的密码不对</translation>
    </message>
    <message>
        <source>Look at it again: capitals count. It was shown when you exported the file.</source>
        <translation>请再核对一次，注意大小写。密码在导出时显示过。</translation>
    </message>
    <message>
        <source>{name} has more cells than can be read at once</source>
        <translation>{name} 单元格太多，一次读不下</translation>
    </message>
    <message>
        <source>Open it in Excel or WPS, save it as CSV UTF-8, then bring that file.</source>
        <translation>请用 Excel 或 WPS 打开，另存为「CSV UTF-8」，再导入那个文件。</translation>
    </message>
    <message>
        <source>{name} would unpack to far more than a table</source>
        <translation>{name} 解压后大得不正常</translation>
    </message>
    <message>
        <source>It is not opened, for it could stop this computer. Export it from the platform once more.</source>
        <translation>为免电脑卡死，没有打开它。请从平台重新导出。</translation>
    </message>
    <message>
        <source>{name} is damaged</source>
        <translation>{name} 已损坏</translation>
    </message>
    <message>
        <source>Export it once more, or open it in Excel or WPS and save it as CSV.</source>
        <translation>请重新导出，或用 Excel、WPS 打开后另存为 CSV。</translation>
    </message>
    <message>
        <source>Say first which column is “{field}”</source>
        <translation>请先指定哪一列是“{field}”</translation>
    </message>
</context>
<context>
    <name>ImportRunner</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读 {name}</translation>
    </message>
    <message>
        <source>{name} could not be set aside. Choose the file again when you need it.</source>
        <translation>{name} 没能留着稍后再导，要用时重新选这个文件</translation>
    </message>
    <message>
        <source>import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <source>Storing {name}</source>
        <translation>正在存 {name}</translation>
    </message>
    <message>
        <source>What had been read was damaged, so it was read once more. Nothing is stored yet: look at it and import again.</source>
        <translation>刚才读到的内容坏了，已经重新读了一遍。现在什么都没存：看一眼，再点导入。</translation>
    </message>
    <message>
        <source>What was read of {name} is gone</source>
        <translation>{name} 之前读到的内容没有了</translation>
    </message>
    <message>
        <source>Copy or choose the table once more. Nothing of it was stored.</source>
        <translation>重新复制一次表格，或者重新选文件。什么都没存进账本。</translation>
    </message>
    <message>
        <source>Comparing {name}</source>
        <translation>正在比对 {name}</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Imported already</source>
        <translation>已导入过</translation>
    </message>
    <message>
        <source>Will be updated</source>
        <translation>将更新</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>不能用</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>看哪些</translation>
    </message>
    <message>
        <source>It tells what goods cost. The profit takes that from Promotion › Fill in costs alone, not from this import.</source>
        <translation>表里有进价。利润只认 推广 › 填成本 里填的，从这里导入算不进去。</translation>
    </message>
    <message>
        <source>Fill in costs with it ›</source>
        <translation>拿去填成本 ›</translation>
    </message>
    <message>
        <source>Rows to mend</source>
        <translation>待修改的行</translation>
    </message>
    <message>
        <source>Save these rows to mend them</source>
        <translation>导出这些行，改好再导入</translation>
    </message>
    <message>
        <source>Don&apos;t import</source>
        <translation>暂不导入</translation>
    </message>
    <message>
        <source>Set it aside</source>
        <translation>稍后再导</translation>
    </message>
    <message>
        <source>It is kept as it is, and this page offers it again.</source>
        <translation>已填的都留着，在这一页随时继续导入。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}到{last}</translation>
    </message>
    <message>
        <source>Ticked rows take the new figures; the others stay as they are.</source>
        <translation>勾选的换成新数据，没勾的不动</translation>
    </message>
    <message>
        <source>The first {n} are shown.</source>
        <translation>这里列出前 {n} 行</translation>
    </message>
    <message numerus="yes">
        <source>total lines of the report left out: %n</source>
        <translation>
            <numerusform>报表自己的合计没有算：%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>No new rows in it.</source>
        <translation>没有新的行</translation>
    </message>
    <message>
        <source>Nothing of it was in the book before.</source>
        <translation>没有以前导入过的行</translation>
    </message>
    <message>
        <source>Rows as they will be stored</source>
        <translation>将要保存的行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Stands there</source>
        <translation>原来的内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Rows that cannot be used</source>
        <translation>不能用的行</translation>
    </message>
    <message>
        <source>Every row can be used.</source>
        <translation>每一行都能用</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>哪一行</translation>
    </message>
    <message>
        <source>Old → new</source>
        <translation>原来 → 现在</translation>
    </message>
    <message>
        <source>Rows whose figures change</source>
        <translation>数据会变的行</translation>
    </message>
    <message>
        <source>No row has other figures than the book.</source>
        <translation>没有和账本不一样的行</translation>
    </message>
    <message numerus="yes">
        <source>Import %n products</source>
        <translation>
            <numerusform>导入 %n 件商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n rows</source>
        <translation>
            <numerusform>导入 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new in it</source>
        <translation>没有新的行</translation>
    </message>
    <message>
        <source>Still reading</source>
        <translation>还在读</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Broke off</source>
        <translation>中断了</translation>
    </message>
    <message>
        <source>CPC</source>
        <translation>CPC</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>在线人数</translation>
    </message>
    <message>
        <source>Spend per hour</source>
        <translation>每小时花费</translation>
    </message>
    <message>
        <source>Date or time</source>
        <translation>日期或时间</translation>
    </message>
    <message>
        <source>Hour of the day</source>
        <translation>几点</translation>
    </message>
    <message>
        <source>A figure of my own</source>
        <translation>自定义数据</translation>
    </message>
    <message>
        <source>A text that tells rows apart</source>
        <translation>用来区分各行的文字</translation>
    </message>
    <message>
        <source>A remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不要这一列</translation>
    </message>
    <message>
        <source>in yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>in fen (1/100)</source>
        <translation>分</translation>
    </message>
    <message>
        <source>in li (1/1000)</source>
        <translation>厘</translation>
    </message>
    <message>
        <source>known by its name</source>
        <translation>按列名认出</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>猜的</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>和上次一样</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>你定的</translation>
    </message>
    <message>
        <source>one row a minute</source>
        <translation>每分钟一行</translation>
    </message>
    <message>
        <source>one row an hour</source>
        <translation>每小时一行</translation>
    </message>
    <message>
        <source>one row a live</source>
        <translation>每场直播一行</translation>
    </message>
    <message>
        <source>one row a day</source>
        <translation>每天一行</translation>
    </message>
    <message>
        <source>one row a week</source>
        <translation>每周一行</translation>
    </message>
    <message>
        <source>one row a month</source>
        <translation>每月一行</translation>
    </message>
    <message>
        <source>Say first which column is the date</source>
        <translation>请先指定哪一列是日期</translation>
    </message>
    <message>
        <source>Say first what the figures in “{column}” are</source>
        <translation>请先指定“{column}”这一列是什么</translation>
    </message>
    <message>
        <source>No column has figures to keep</source>
        <translation>没有一列是要保存的数据</translation>
    </message>
    <message>
        <source>Say first what the rows without a campaign are</source>
        <translation>先说明没有计划的行是什么</translation>
    </message>
    <message>
        <source>Say first which column is the title, the SKU code or the item ID</source>
        <translation>先说明哪一列是标题、SKU 编码或商品 ID</translation>
    </message>
    <message>
        <source>Two columns are the same thing, change one of them</source>
        <translation>有两列选了同一项，请改其中一列</translation>
    </message>
    <message>
        <source>“{value}” is not a number, this row is left out</source>
        <translation>“{value}”不是数字，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” is no length of time, this row is left out</source>
        <translation>“{value}”不是时长，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” is not a date, this row is left out</source>
        <translation>“{value}”不是日期，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” is not an hour from 0 to 23, this row is left out</source>
        <translation>“{value}”不是 0 到 23 点，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” is several days in one row, this row is left out; export the report by day</source>
        <translation>“{value}”是好几天合成的一行，此行未导入；请按天导出</translation>
    </message>
    <message>
        <source>no date, this row is left out</source>
        <translation>没有日期，此行未导入</translation>
    </message>
    <message>
        <source>more cells than the header (“{value}”), this row is left out</source>
        <translation>比表头多出一格（“{value}”），此行未导入</translation>
    </message>
    <message>
        <source>far fewer cells than the header (“{value}”): the line may be cut in two, it is left out</source>
        <translation>格子比表头少很多（“{value}”），这一行可能被截成了两行，未导入</translation>
    </message>
    <message>
        <source>“{value}” is too long, this row is left out</source>
        <translation>“{value}”太长，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” is too big, this row is left out</source>
        <translation>“{value}”大得不像真的，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” has broken characters, this row is left out</source>
        <translation>“{value}”里有坏掉的字，此行未导入</translation>
    </message>
    <message>
        <source>“{value}” lost its last digits in Excel, this row is left out</source>
        <translation>“{value}”在 Excel 里丢了末几位，此行未导入</translation>
    </message>
    <message>
        <source>“{value}”: the workbook has no result there; open it, let it calculate, and save it</source>
        <translation>“{value}”：表格里这一格没有算出结果，请在 Excel 或 WPS 里打开、算好、保存后再导入</translation>
    </message>
    <message>
        <source>the report&apos;s own total, not counted twice</source>
        <translation>报表自己的合计，不重复算</translation>
    </message>
    <message>
        <source>a note on the table, none of its rows</source>
        <translation>表格的说明，不是数据</translation>
    </message>
    <message>
        <source>{name} is not there any more</source>
        <translation>{name} 不在了</translation>
    </message>
    <message>
        <source>It was moved or deleted. Choose it again where it is now.</source>
        <translation>可能挪走或删了，到它现在的地方重新选一次。</translation>
    </message>
    <message>
        <source>{name} lies too deep in folders to be opened</source>
        <translation>{name} 所在的文件夹太深，打不开</translation>
    </message>
    <message>
        <source>Its path is too long. Copy it to the desktop, and choose it there.</source>
        <translation>它的路径太长了。把它复制到桌面，再从桌面选。</translation>
    </message>
    <message>
        <source>{name} is empty</source>
        <translation>{name} 是空的</translation>
    </message>
    <message>
        <source>Export the report again, and look that the days are right.</source>
        <translation>重新导出一次，看看日期选对没有。</translation>
    </message>
    <message>
        <source>{name} has a header but no rows</source>
        <translation>{name} 只有表头，没有数据</translation>
    </message>
    <message>
        <source>{name} is an Excel workbook</source>
        <translation>{name} 是 Excel 工作簿</translation>
    </message>
    <message>
        <source>Open it in Excel or WPS and save it as CSV, then bring that file. Or mark the cells, copy them, and press Ctrl+V here.</source>
        <translation>用 Excel 或 WPS 打开，另存为 CSV，再拖进来。也可以选中格子复制，在这里按 Ctrl+V。</translation>
    </message>
    <message>
        <source>{name} is packed</source>
        <translation>{name} 是压缩包</translation>
    </message>
    <message>
        <source>Unpack it first, then bring the table that is in it.</source>
        <translation>请先解压，再导入里面的表格。</translation>
    </message>
    <message>
        <source>{name} has {count} tables in it</source>
        <translation>{name} 里有 {count} 张表</translation>
    </message>
    <message>
        <source>Unpack it, then bring the one you want: {names}</source>
        <translation>请先解压，再导入要的那一张：{names}</translation>
    </message>
    <message>
        <source>{name} is packed with a password</source>
        <translation>{name} 是带密码的压缩包</translation>
    </message>
    <message>
        <source>Unpack it with the password that you were given, then bring the table that is in it.</source>
        <translation>请用收到的密码先解压，再导入里面的表格。</translation>
    </message>
    <message>
        <source>{name} is another program&apos;s file</source>
        <translation>{name} 是别的程序的文件</translation>
    </message>
    <message>
        <source>Open it there, save it as xlsx or CSV, and bring that file.</source>
        <translation>请在那个程序里打开，另存为 xlsx 或 CSV，再导入。</translation>
    </message>
    <message>
        <source>{name} is not a table</source>
        <translation>{name} 不是表格</translation>
    </message>
    <message>
        <source>A table has one row of names at its top and figures below. Bring a CSV.</source>
        <translation>表格要有一行列名，下面是数据。请换一个文件。</translation>
    </message>
    <message>
        <source>{name} is damaged from line {line} on</source>
        <translation>{name} 从第 {line} 行起坏了</translation>
    </message>
    <message>
        <source>The download broke off. Export the report once more.</source>
        <translation>多半是没下载完，重新导出一次。</translation>
    </message>
    <message>
        <source>The characters of {name} cannot be read</source>
        <translation>{name} 里的文字认不出来</translation>
    </message>
    <message>
        <source>Save it as CSV UTF-8 in Excel or WPS, then bring that file.</source>
        <translation>用 Excel 或 WPS 另存为 CSV UTF-8，再拖进来。</translation>
    </message>
    <message>
        <source>Line {line} of {name} is far too long</source>
        <translation>{name} 第 {line} 行太长，不像表格</translation>
    </message>
    <message>
        <source>It may not be a table. Bring the CSV as it was exported.</source>
        <translation>可能不是表格。请用导出的原文件。</translation>
    </message>
    <message>
        <source>A cell in line {line} of {name} is far too long</source>
        <translation>{name} 第 {line} 行有一格太长</translation>
    </message>
    <message>
        <source>A quotation mark may be missing there. Export the report once more.</source>
        <translation>可能少了一个引号。重新导出一次。</translation>
    </message>
    <message>
        <source>{name} is larger than {limit}</source>
        <translation>{name} 超过 {limit}</translation>
    </message>
    <message>
        <source>Export fewer days at a time, and bring them one by one.</source>
        <translation>分几次导出，每次少选几天。</translation>
    </message>
    <message>
        <source>{name} cannot be opened</source>
        <translation>{name} 打不开</translation>
    </message>
    <message>
        <source>Close it in Excel, or copy it onto this computer.</source>
        <translation>先在 Excel 里关掉它，或者拷到这台电脑上。</translation>
    </message>
    <message>
        <source>{name} is a folder</source>
        <translation>{name} 是文件夹</translation>
    </message>
    <message>
        <source>Open it, mark the files in it, and drop those here.</source>
        <translation>打开它，选中里面的文件，把文件拖到这里。</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>这是什么数？</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>从表格粘贴</translation>
    </message>
    <message>
        <source>header in line {n}</source>
        <translation>表头在第 {n} 行</translation>
    </message>
    <message>
        <source>Line {line}: {column} {words}</source>
        <translation>第 {line} 行：{column}{words}</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>{name} is in the book, {n} rows</source>
        <translation>{name} 导入好了，{n} 行</translation>
    </message>
    <message>
        <source>{name} is in the book, 1 row</source>
        <translation>{name} 导入好了，1 行</translation>
    </message>
    <message>
        <source>{name} is in the book, products: {n}</source>
        <translation>{name} 导入好了，商品 {n} 件</translation>
    </message>
    <message>
        <source>kept with the book and its exports</source>
        <translation>存在账本里，整本导出时带上</translation>
    </message>
    <message>
        <source>sold last month {amount}, the deposit counts with it</source>
        <translation>上个月卖了 {amount}，保证金按它算</translation>
    </message>
    <message>
        <source>the deposit counts sales by month from them</source>
        <translation>保证金按月算销售额时用它</translation>
    </message>
    <message>
        <source>lines in the deposit ledger: {n}</source>
        <translation>保证金账本记了 {n} 笔</translation>
    </message>
    <message>
        <source>the deposit ledger stays as it was</source>
        <translation>保证金账本没动</translation>
    </message>
    <message>
        <source>also noted by hand: {n}; say under “Note by hand” whether they replace it</source>
        <translation>其中 {n} 笔手工也记过，到「手工记一笔」选替换还是两样都算</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Sample: no backup</source>
        <translation>示例不备份</translation>
    </message>
    <message>
        <source>Not backed up yet</source>
        <translation>还没备份</translation>
    </message>
    <message>
        <source>Backed up {time}</source>
        <translation>今天 {time} 已备份</translation>
    </message>
    <message>
        <source>Backed up {day}</source>
        <translation>{day} 已备份</translation>
    </message>
    <message>
        <source>Preparing the search</source>
        <translation>正在准备搜索</translation>
    </message>
</context>
<context>
    <name>KeptList</name>
    <message>
        <source>Usual widths and order</source>
        <translation>列宽和排序恢复原样</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Pages or page</source>
        <translation>左边一列和页面之间</translation>
    </message>
</context>
<context>
    <name>KeywordsCard</name>
    <message>
        <source>Keywords against the product, word by word</source>
        <translation>关键词和商品逐个核对</translation>
    </message>
    <message>
        <source>{n} fit</source>
        <translation>{n} 个合</translation>
    </message>
    <message>
        <source>{n} do not</source>
        <translation>{n} 个不搭</translation>
    </message>
    <message>
        <source>Topic and keywords</source>
        <translation>话题和关键词</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>No keywords yet</source>
        <translation>还没有关键词</translation>
    </message>
    <message numerus="yes">
        <source>Unlocked %n times while it ran; the book says each time costs weight</source>
        <translation>
            <numerusform>跑的时候解锁改过 %n 次；书上说改一次权重就降一次</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Selling points</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Name the product in the plan, then its words can be compared.</source>
        <translation>在计划里选好商品，才能逐个核对。</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>In the title</source>
        <translation>标题里有</translation>
    </message>
    <message>
        <source>In the category</source>
        <translation>类目里有</translation>
    </message>
    <message>
        <source>In the selling points</source>
        <translation>卖点里有</translation>
    </message>
    <message>
        <source>Fits?</source>
        <translation>合不合</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>每个字商品里都有</translation>
    </message>
    <message>
        <source>missing: {words}</source>
        <translation>{words}商品里没有</translation>
    </message>
</context>
<context>
    <name>KeywordsSheet</name>
    <message>
        <source>Topic and keywords</source>
        <translation>话题和关键词</translation>
    </message>
    <message>
        <source>Decide before it runs: after that they are locked.</source>
        <translation>开跑前定好：跑起来就锁住。</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>As the hot list names it</source>
        <translation>照热榜上的写</translation>
    </message>
    <message>
        <source>Keywords, one a line</source>
        <translation>关键词，一行一个</translation>
    </message>
    <message>
        <source>Save them</source>
        <translation>存好</translation>
    </message>
    <message>
        <source>Not to be advertised with: {words}</source>
        <translation>不能这样宣传：{words}</translation>
    </message>
    <message>
        <source>Not wholly in the product: {words}</source>
        <translation>商品里对不上：{words}</translation>
    </message>
    <message>
        <source>At least one keyword</source>
        <translation>至少一个关键词</translation>
    </message>
</context>
<context>
    <name>KindBar</name>
    <message>
        <source>This is</source>
        <translation>这是</translation>
    </message>
    <message>
        <source>Kind of table</source>
        <translation>哪种表</translation>
    </message>
    <message>
        <source>called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of this table</source>
        <translation>这张表的名字</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Sheet of the file</source>
        <translation>文件里的哪张表</translation>
    </message>
    <message>
        <source>Deposit ledger</source>
        <translation>保证金账本</translation>
    </message>
    <message>
        <source>Enter nothing</source>
        <translation>不记</translation>
    </message>
    <message>
        <source>Enter these movements in the deposit ledger of</source>
        <translation>这些动账记进哪个保证金账本</translation>
    </message>
    <message>
        <source>Rows without a campaign are</source>
        <translation>没有计划的行是</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>请选择…</translation>
    </message>
    <message>
        <source>the total of the others: leave them out</source>
        <translation>其他行的合计，不导入</translation>
    </message>
    <message>
        <source>the rest: add them to the others</source>
        <translation>其余部分，和其他行相加</translation>
    </message>
</context>
<context>
    <name>Later</name>
    <message>
        <source>ksdesk did not close properly last time. Nothing saved was lost; the log is in Settings.</source>
        <translation>上次没有正常关闭。存好的都在；日志在「设置」里。</translation>
    </message>
</context>
<context>
    <name>LedgerCard</name>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>No entry yet</source>
        <translation>还没有一笔账</translation>
    </message>
    <message>
        <source>Reverse entry</source>
        <translation>冲销这一笔</translation>
    </message>
    <message>
        <source>Record an entry</source>
        <translation>记一笔</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close filter</source>
        <translation>收起筛选</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清掉筛选</translation>
    </message>
    <message>
        <source>{n} of {total}, together {amount}</source>
        <translation>{total} 笔里的 {n} 笔，合计 {amount}</translation>
    </message>
    <message>
        <source>1 entry, append-only</source>
        <translation>1 笔，只加不改</translation>
    </message>
    <message>
        <source>{n} entries, append-only</source>
        <translation>{n} 笔，只加不改</translation>
    </message>
    <message>
        <source>Reverse entry…</source>
        <translation>冲销这一笔…</translation>
    </message>
    <message>
        <source>Show the entry</source>
        <translation>看这一笔</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Choose an entry first</source>
        <translation>先选一笔</translation>
    </message>
    <message>
        <source>A correction is not reversed; record the entry again</source>
        <translation>更正不能再冲销，重新记一笔就行</translation>
    </message>
    <message>
        <source>Already reversed by entry {n}</source>
        <translation>第 {n} 笔已经冲销了它</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>第</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Proof at hand</source>
        <translation>手上的凭证</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Reverses entry {n}</source>
        <translation>冲销第 {n} 笔</translation>
    </message>
    <message>
        <source>{what}: {note}</source>
        <translation>{what}：{note}</translation>
    </message>
    <message numerus="yes">
        <source>The filter leaves out all %n entries</source>
        <translation>
            <numerusform>%n 笔都不合筛选条件</numerusform>
        </translation>
    </message>
    <message>
        <source>reversed by entry {n}</source>
        <translation>已由第 {n} 笔冲销</translation>
    </message>
    <message>
        <source>{note} ({by})</source>
        <translation>{note}（{by}）</translation>
    </message>
</context>
<context>
    <name>LedgerFilter</name>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Note, order, amount</source>
        <translation>说明、订单、金额</translation>
    </message>
    <message>
        <source>Search the ledger</source>
        <translation>搜索账本</translation>
    </message>
    <message>
        <source>from day</source>
        <translation>从哪天</translation>
    </message>
    <message>
        <source>to day</source>
        <translation>到哪天</translation>
    </message>
</context>
<context>
    <name>LicenceSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>Hold to show</source>
        <translation>按住显示</translation>
    </message>
</context>
<context>
    <name>LineSheet</name>
    <message>
        <source>Entry {n} · {kind}</source>
        <translation>第 {n} 笔 · {kind}</translation>
    </message>
    <message>
        <source>{amount}, the balance after it {balance}</source>
        <translation>{amount}，之后余额 {balance}</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Proof at hand</source>
        <translation>手上的凭证</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>从哪来的</translation>
    </message>
    <message>
        <source>An imported file</source>
        <translation>导入的文件</translation>
    </message>
    <message>
        <source>Written by the wizard, from what you filled in there</source>
        <translation>开店向导照你填的记的</translation>
    </message>
    <message>
        <source>You recorded it</source>
        <translation>你手工记的</translation>
    </message>
    <message>
        <source>{file} · {kind}, imported {when}</source>
        <translation>{file} · {kind}，{when} 导入</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reverse entry…</source>
        <translation>冲销这一笔…</translation>
    </message>
    <message>
        <source>To the import ›</source>
        <translation>看这次导入 ›</translation>
    </message>
</context>
<context>
    <name>LinesCard</name>
    <message>
        <source>From paid to what stays</source>
        <translation>从买家付的到剩下的</translation>
    </message>
    <message>
        <source>click a line: its orders</source>
        <translation>点一行看是哪些单</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>See which ›</source>
        <translation>看是哪些 ›</translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation>还没结算的</translation>
    </message>
    <message>
        <source>Fixed monthly costs</source>
        <translation>每月固定开支</translation>
    </message>
    <message>
        <source>Left after them</source>
        <translation>落下</translation>
    </message>
    <message>
        <source>Fixed monthly costs {fen} ›</source>
        <translation>再扣每月固定开支 {fen} ›</translation>
    </message>
    <message>
        <source>Left after them {fen} ›</source>
        <translation>落下 {fen} ›</translation>
    </message>
</context>
<context>
    <name>LinkCodeSheet</name>
    <message>
        <source>Open on the phone</source>
        <translation>用手机打开</translation>
    </message>
    <message>
        <source>Scan it with the camera of your phone, then copy the full link from there.</source>
        <translation>用手机相机扫一下，打开后把完整链接再复制过来。</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Done scanning</source>
        <translation>扫好了</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Can be added</source>
        <translation>可以加</translation>
    </message>
    <message>
        <source>Open on phone</source>
        <translation>要手机打开</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>A shop</source>
        <translation>是店铺</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>是视频</translation>
    </message>
    <message>
        <source>No item</source>
        <translation>不是商品</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>There was nothing in it</source>
        <translation>里面是空的</translation>
    </message>
    <message>
        <source>Too long to be read; paste a part of it</source>
        <translation>太长了，分几次粘贴</translation>
    </message>
    <message>
        <source>There is no link and no share code in it</source>
        <translation>里面没有链接，也没有口令</translation>
    </message>
    <message>
        <source>The address imitates a platform; it was not taken</source>
        <translation>网址冒充购物平台，没有加进来</translation>
    </message>
    <message>
        <source>A name stands before @: the link hides where it goes</source>
        <translation>网址里 @ 前面藏了内容，看不清会打开哪里，不能加</translation>
    </message>
    <message>
        <source>Only web links are taken, this is none</source>
        <translation>不是网页链接，只能加网页链接</translation>
    </message>
    <message>
        <source>The address is of no platform that goods can come from</source>
        <translation>这个网址不是能带货的平台</translation>
    </message>
    <message>
        <source>The address is misspelt; copy it again on the phone</source>
        <translation>网址写错了，在手机上再复制一次</translation>
    </message>
    <message>
        <source>It does not say which app the code is for; copy the whole text</source>
        <translation>没写口令是哪个 App 的，把整段分享文字复制过来</translation>
    </message>
</context>
<context>
    <name>LinksCard</name>
    <message>
        <source>Pasted links</source>
        <translation>粘贴来的链接</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>全部不加</translation>
    </message>
    <message>
        <source>{links} recognised, {addable} to add</source>
        <translation>认出 {links} 条，可加 {addable} 条</translation>
    </message>
    <message numerus="yes">
        <source>Add these %n</source>
        <translation>
            <numerusform>加这 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 条</translation>
    </message>
    <message>
        <source>Whether its goods may be taken is not known; ask first</source>
        <translation>这家平台的商品能不能挂不清楚，先问过再挂</translation>
    </message>
    <message>
        <source>{platform} · the same item as on {day}</source>
        <translation>{platform} · 和 {day} 加的是同一件</translation>
    </message>
    <message>
        <source>{platform} short link · item number not known yet</source>
        <translation>{platform}短链接 · 商品号还不知道</translation>
    </message>
    <message>
        <source>{platform} share code · item number not known yet</source>
        <translation>{platform}口令 · 商品号还不知道</translation>
    </message>
    <message>
        <source>{platform} · item {number}</source>
        <translation>{platform} · 商品号 {number}</translation>
    </message>
    <message>
        <source>{platform} · copy the share text of a single item instead</source>
        <translation>{platform} · 要单个商品的分享文字</translation>
    </message>
    <message>
        <source>Write it down by hand ›</source>
        <translation>自己写一条 ›</translation>
    </message>
    <message>
        <source>QR code for the phone ›</source>
        <translation>出二维码给手机扫 ›</translation>
    </message>
    <message>
        <source>Goods of other platforms need the promotion deposit.</source>
        <translation>其他平台商品要用推广保证金。</translation>
    </message>
    <message>
        <source>Now {amount}: </source>
        <translation>现有 {amount}，</translation>
    </message>
    <message>
        <source>To the deposit ›</source>
        <translation>去保证金 ›</translation>
    </message>
    <message>
        <source>the line is not known yet</source>
        <translation>要求线还没填</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>够</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>还差 {amount}</translation>
    </message>
</context>
<context>
    <name>LoadingBlocks</name>
    <message>
        <source>Counting…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>LockPanel</name>
    <message>
        <source>To change keywords, unlock them</source>
        <translation>要改关键词，得先解锁</translation>
    </message>
    <message>
        <source>Each change while it runs lowers the weight</source>
        <translation>推广时改一次，权重就降一次</translation>
    </message>
    <message>
        <source>{source}; no second source was found</source>
        <translation>{source}，没找到第二个来源</translation>
    </message>
    <message>
        <source>Its time is over: end it, then they may be changed freely</source>
        <translation>时间到了：点「跑完了」，就能随便改</translation>
    </message>
    <message>
        <source>Wait {span}, then it has run and may be changed freely</source>
        <translation>再等 {span} 跑完，就能随便改</translation>
    </message>
    <message>
        <source>When, from what to what and why is recorded</source>
        <translation>什么时候改的、改成什么、为什么改，都会记下来</translation>
    </message>
    <message>
        <source>A line is drawn on the traffic curve</source>
        <translation>流量曲线上会画一道线</translation>
    </message>
    <message>
        <source>Why it must be now</source>
        <translation>为什么非得现在改</translation>
    </message>
    <message>
        <source>Leave them, let it run</source>
        <translation>不改了，让它跑完</translation>
    </message>
    <message>
        <source>Unlock all the same</source>
        <translation>还是要解锁</translation>
    </message>
    <message>
        <source>Write down the reason first</source>
        <translation>先写下为什么</translation>
    </message>
</context>
<context>
    <name>LookTab</name>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>Takes effect at once</source>
        <translation>选了马上生效</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Names on the phone stay Chinese in both.</source>
        <translation>手机上的名字，两种语言里都写中文。</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Colour of a rise</source>
        <translation>涨跌颜色</translation>
    </message>
    <message>
        <source>▲▼ and a word stand beside it either way.</source>
        <translation>哪种都带 ▲▼ 和「升」「降」。</translation>
    </message>
    <message>
        <source>Up red, down green</source>
        <translation>涨红跌绿</translation>
    </message>
    <message>
        <source>Up green, down red</source>
        <translation>涨绿跌红</translation>
    </message>
    <message>
        <source>Sales, as an example</source>
        <translation>成交（举例）</translation>
    </message>
    <message>
        <source>New fans, as an example</source>
        <translation>新增粉丝（举例）</translation>
    </message>
    <message>
        <source>This is how it looks; the figures are made up.</source>
        <translation>效果是这样，数据是编的。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Let go: the file goes to the traffic page and is read there</source>
        <translation>松手，就到「流量」里导入这个文件</translation>
    </message>
    <message>
        <source>ksdesk livestream shop desk</source>
        <translation>ksdesk 直播小店助手</translation>
    </message>
    <message>
        <source>{name} is the shop that is open</source>
        <translation>{name} 就是现在打开的店</translation>
    </message>
    <message>
        <source>One shop at a time: this is {name}, open the others after it</source>
        <translation>一次打开一家店：先是 {name}，别的等会儿再打开</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>示例店铺</translation>
    </message>
    <message>
        <source>All figures here are made up. Nothing touches your own book.</source>
        <translation>这里的数据都是编的，随便点，不会碰到你自己的账。</translation>
    </message>
    <message>
        <source>Leave the sample, open my shop ›</source>
        <translation>离开示例，开自己的店 ›</translation>
    </message>
    <message>
        <source>Finishing what is being saved, then closing.</source>
        <translation>正在保存，存完就关闭。</translation>
    </message>
</context>
<context>
    <name>ManyProducts</name>
    <message>
        <source>fill in costs</source>
        <translation>填成本</translation>
    </message>
    <message>
        <source>Costs are noted</source>
        <translation>成本记下了</translation>
    </message>
</context>
<context>
    <name>MeasureSheet</name>
    <message>
        <source>What the platform did</source>
        <translation>平台做了什么</translation>
    </message>
    <message>
        <source>Write it down as the notice on the phone says it.</source>
        <translation>照手机通知记。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>发生了</translation>
    </message>
    <message>
        <source>It was lifted</source>
        <translation>解除了</translation>
    </message>
    <message>
        <source>What</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What the notice said</source>
        <translation>通知怎么说的</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记下来</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交额</translation>
    </message>
    <message>
        <source>Sales, same day</source>
        <translation>当日累计成交</translation>
    </message>
    <message>
        <source>Sales, next day</source>
        <translation>次日累计成交</translation>
    </message>
    <message>
        <source>Sales in 3 days</source>
        <translation>3 日累计成交</translation>
    </message>
    <message>
        <source>Sales in 7 days</source>
        <translation>7 日累计成交</translation>
    </message>
    <message>
        <source>Sales in 15 days</source>
        <translation>15 日累计成交</translation>
    </message>
    <message>
        <source>Sales in 30 days</source>
        <translation>30 日累计成交</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Cover shows</source>
        <translation>封面曝光</translation>
    </message>
    <message>
        <source>Cover clicks</source>
        <translation>封面点击</translation>
    </message>
    <message>
        <source>Video shows</source>
        <translation>素材曝光</translation>
    </message>
    <message>
        <source>Video clicks</source>
        <translation>素材点击</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>行为数</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Plays over 3 s</source>
        <translation>播放满 3 秒</translation>
    </message>
    <message>
        <source>Plays over 5 s</source>
        <translation>播放满 5 秒</translation>
    </message>
    <message>
        <source>Played to the end</source>
        <translation>完播</translation>
    </message>
    <message>
        <source>Valid plays</source>
        <translation>有效播放</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>Live room entries</source>
        <translation>进直播间</translation>
    </message>
    <message>
        <source>Time watched</source>
        <translation>平均停留</translation>
    </message>
    <message>
        <source>Most viewers at once</source>
        <translation>最高在线</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>送礼</translation>
    </message>
    <message>
        <source>New fans</source>
        <translation>新增粉丝</translation>
    </message>
    <message>
        <source>Fans lost</source>
        <translation>掉粉</translation>
    </message>
    <message>
        <source>Product clicks</source>
        <translation>商品点击</translation>
    </message>
    <message>
        <source>Product visits</source>
        <translation>商品访问</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Orders, same day</source>
        <translation>当日累计订单</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>拉黑</translation>
    </message>
    <message>
        <source>Show me less</source>
        <translation>减少此类作品</translation>
    </message>
    <message>
        <source>Likes in the live</source>
        <translation>直播点赞</translation>
    </message>
    <message>
        <source>Comments in the live</source>
        <translation>直播评论</translation>
    </message>
    <message>
        <source>Shares of the live</source>
        <translation>直播分享</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>ROI, same day</source>
        <translation>当日 ROI</translation>
    </message>
    <message>
        <source>Cost per 1,000 shows</source>
        <translation>千次曝光花费</translation>
    </message>
    <message>
        <source>Click rate</source>
        <translation>点击率</translation>
    </message>
    <message>
        <source>Cover click rate</source>
        <translation>封面点击率</translation>
    </message>
    <message>
        <source>Cost per click</source>
        <translation>每次点击花费</translation>
    </message>
    <message>
        <source>Cost per view</source>
        <translation>每次观看花费</translation>
    </message>
    <message>
        <source>Cost per fan</source>
        <translation>每个粉丝花费</translation>
    </message>
    <message>
        <source>Fan rate</source>
        <translation>涨粉率</translation>
    </message>
    <message>
        <source>Product click rate</source>
        <translation>商品点击率</translation>
    </message>
    <message>
        <source>Order rate</source>
        <translation>下单率</translation>
    </message>
    <message>
        <source>Cost per order</source>
        <translation>每单花费</translation>
    </message>
    <message>
        <source>Average order</source>
        <translation>客单价</translation>
    </message>
    <message>
        <source>Cost per conversion</source>
        <translation>每次转化花费</translation>
    </message>
</context>
<context>
    <name>MeasuresCard</name>
    <message>
        <source>{n} happened</source>
        <translation>{n} 项已发生</translation>
    </message>
    <message>
        <source>Below the line may mean</source>
        <translation>低于线，平台可能会</translation>
    </message>
    <message>
        <source>It happened: write it down ›</source>
        <translation>发生了就记一笔 ›</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Has it happened? Write it down with its day.</source>
        <translation>发生了？记下是哪天。</translation>
    </message>
    <message>
        <source>happened {day}</source>
        <translation>{day} 已发生</translation>
    </message>
    <message>
        <source>Sub-shops: none noted ›</source>
        <translation>子店铺：还没记 ›</translation>
    </message>
    <message numerus="yes">
        <source>%n sub-shops, receivables {amount} ›</source>
        <translation>
            <numerusform>子店铺 %n 家，货款 {amount} ›</numerusform>
        </translation>
    </message>
    <message>
        <source>Topping up lifts them.</source>
        <translation>补足后请平台解除。</translation>
    </message>
    <message>
        <source>Not below the line now.</source>
        <translation>现在没有低于线。</translation>
    </message>
    <message>
        <source>The line is not filled in, so nobody can say.</source>
        <translation>要求线还没填，说不准。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
    </message>
    <message>
        <source>{name}, cannot be read</source>
        <translation>{name}（读不了）</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>示例店铺</translation>
    </message>
    <message>
        <source>All shops together</source>
        <translation>几家店一起看</translation>
    </message>
    <message>
        <source>New shop</source>
        <translation>新建店铺</translation>
    </message>
    <message>
        <source>Manage shops ›</source>
        <translation>管理店铺 ›</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的</translation>
    </message>
    <message>
        <source>the last step</source>
        <translation>上一步</translation>
    </message>
</context>
<context>
    <name>MixCard</name>
    <message>
        <source>How to split a day&apos;s money</source>
        <translation>每天的钱怎么分</translation>
    </message>
    <message>
        <source>Left more a day, by estimate</source>
        <translation>每天净得估计多</translation>
    </message>
    <message>
        <source>Budget a day</source>
        <translation>每天预算</translation>
    </message>
    <message>
        <source>Save as plans</source>
        <translation>存成计划</translation>
    </message>
    <message>
        <source>Set terms</source>
        <translation>定条件</translation>
    </message>
    <message>
        <source>Plan a test</source>
        <translation>排试投</translation>
    </message>
    <message>
        <source>Try a budget</source>
        <translation>自己拖着试</translation>
    </message>
    <message>
        <source>How sure it is better than now: {chance}</source>
        <translation>比现在好的把握：{chance}</translation>
    </message>
    <message>
        <source>Save as plans for {month}</source>
        <translation>存成 {month} 的计划</translation>
    </message>
    <message>
        <source>Too few days yet: {n} of at least {least}</source>
        <translation>天数还太少：才 {n} 天，至少要 {least} 天</translation>
    </message>
    <message>
        <source>A day counts once both its orders and its promotion report are imported.</source>
        <translation>一天的订单和推广报表都导进来了，这天才算数。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Keep back {kept}</source>
        <translation>先不花 {kept}</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>How to split ¥{n} a day</source>
        <translation>每天 {n} 元怎么分</translation>
    </message>
    <message>
        <source>By the last 12 weeks</source>
        <translation>按近 12 周的数算</translation>
    </message>
    <message>
        <source>Back to today&apos;s budget</source>
        <translation>回到现在的预算</translation>
    </message>
</context>
<context>
    <name>MomentLine</name>
    <message>
        <source>Write it as 2026-11-18 16:00</source>
        <translation>写成 2026-11-18 16:00 这样</translation>
    </message>
</context>
<context>
    <name>MomentsSheet</name>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>“{text}” is not an amount</source>
        <translation>“{text}”不是金额</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Made on {moment}; orders count on the day of the sale.</source>
        <translation>{moment} 出；按成交日算。</translation>
    </message>
    <message>
        <source>Report of {month}</source>
        <translation>{month} 月报</translation>
    </message>
    <message>
        <source>Net = paid − orders left out (no cost, or refund not told) − refunds − costs − promotion</source>
        <translation>净得 = 买家付的 − 先不算的订单（没填成本，或没说退了多少）− 退款 − 各项成本 − 推广花费</translation>
    </message>
    <message>
        <source>Paid by buyers</source>
        <translation>买家付的</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>推广花费</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净得</translation>
    </message>
    <message>
        <source>{change} beside {month}</source>
        <translation>{change} 比{month}</translation>
    </message>
    <message>
        <source>{n} more are in the spreadsheet.</source>
        <translation>还有 {n} 行，都在 Excel 表里。</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>of it for earlier months</source>
        <translation>其中以前月份的单</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Every order</source>
        <translation>每一单</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>成交日</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>办法</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Sales as the platform counts</source>
        <translation>平台算的成交</translation>
    </message>
    <message>
        <source>Stays before promotion</source>
        <translation>花费前剩下</translation>
    </message>
    <message>
        <source>Net {month}</source>
        <translation>{month}净得</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{word}, {n} orders</source>
        <translation>{word}，{n} 单</translation>
    </message>
    <message>
        <source>Deposit: {account}</source>
        <translation>保证金：{account}</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>月初</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>月末</translation>
    </message>
    <message>
        <source>Sent in time</source>
        <translation>按时发货</translation>
    </message>
    <message>
        <source>New after-sales cases</source>
        <translation>新的售后</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>晚发</translation>
    </message>
    <message>
        <source>Still to send</source>
        <translation>还没发</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>按时率</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新来</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>了结</translation>
    </message>
    <message>
        <source>Answered in, hours</source>
        <translation>平均答复（小时）</translation>
    </message>
    <message>
        <source>Cost beyond refunds</source>
        <translation>退款外搭进去</translation>
    </message>
    <message>
        <source>Most often</source>
        <translation>最多的原因</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>An order</source>
        <translation>每单</translation>
    </message>
    <message>
        <source>Lives in reports</source>
        <translation>报表里的直播</translation>
    </message>
    <message>
        <source>New fans</source>
        <translation>新增粉丝</translation>
    </message>
    <message>
        <source>Fans lost</source>
        <translation>掉粉</translation>
    </message>
    <message>
        <source>Done of the list</source>
        <translation>清单做到</translation>
    </message>
    <message>
        <source>Lives looked back at</source>
        <translation>复盘写了</translation>
    </message>
    <message>
        <source>{done} of {asked}</source>
        <translation>{done} / {asked} 件</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Where money came from and went</source>
        <translation>钱从哪来、到哪去</translation>
    </message>
    <message>
        <source>The ways of promotion (estimated)</source>
        <translation>推广的几种办法（估算）</translation>
    </message>
    <message>
        <source>Settled and received</source>
        <translation>结算和到账</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>After-sales cases</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Products that earn most</source>
        <translation>最挣的货</translation>
    </message>
    <message>
        <source>Products sold at a loss</source>
        <translation>卖亏的货</translation>
    </message>
    <message>
        <source>Lives and fans</source>
        <translation>直播和粉丝</translation>
    </message>
    <message>
        <source>Sales settled</source>
        <translation>结算单上的成交</translation>
    </message>
    <message>
        <source>Refunds in them</source>
        <translation>其中退款</translation>
    </message>
    <message>
        <source>Platform&apos;s fees</source>
        <translation>平台扣点</translation>
    </message>
    <message>
        <source>Commissions</source>
        <translation>佣金</translation>
    </message>
    <message>
        <source>To be received</source>
        <translation>该到手</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已到账</translation>
    </message>
    <message>
        <source>Still on its way</source>
        <translation>还在路上</translation>
    </message>
    <message>
        <source>late</source>
        <translation>晚发</translation>
    </message>
    <message>
        <source>still to send</source>
        <translation>还没发</translation>
    </message>
    <message>
        <source>sent in time</source>
        <translation>按时发货</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>新售后</translation>
    </message>
    <message>
        <source>I cannot tell: compare both</source>
        <translation>说不清，两种都比给我看</translation>
    </message>
    <message>
        <source>{first}, days 1 to {last}</source>
        <translation>{first}1–{last}日</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>没变</translation>
    </message>
    <message>
        <source>▼ {n} points down</source>
        <translation>▼ {n} 点降</translation>
    </message>
    <message>
        <source>▲ {n} points up</source>
        <translation>▲ {n} 点升</translation>
    </message>
    <message>
        <source>▲ {share} up</source>
        <translation>▲ {share} 升</translation>
    </message>
    <message>
        <source>▼ {share} down</source>
        <translation>▼ {share} 降</translation>
    </message>
    <message>
        <source>{month}, up to {day}</source>
        <translation>{month}（到{day}）</translation>
    </message>
    <message>
        <source>by sale day</source>
        <translation>按成交的日子</translation>
    </message>
    <message>
        <source>by settlement day</source>
        <translation>按结算的日子</translation>
    </message>
    <message>
        <source>{word}, {n} times</source>
        <translation>{word} {n} 笔</translation>
    </message>
    <message>
        <source>{fen} is not settled yet: those fees are estimated.</source>
        <translation>还有 {fen} 没结算，这部分的扣点是估算的。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>Month or day</source>
        <translation>月份或日期</translation>
    </message>
    <message>
        <source>Gross income</source>
        <translation>收入总额</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Net income</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>not in the platform&apos;s rows</source>
        <translation>平台明细里没有</translation>
    </message>
    <message>
        <source>not in the book</source>
        <translation>账本里没有</translation>
    </message>
    <message>
        <source>in the book on other days</source>
        <translation>账本记在别的日子</translation>
    </message>
    <message>
        <source>another amount</source>
        <translation>金额不同</translation>
    </message>
    <message>
        <source>{span}, {figure}</source>
        <translation>{span} {figure}</translation>
    </message>
    <message>
        <source>{figure}, platform</source>
        <translation>{figure}，平台报的</translation>
    </message>
    <message>
        <source>{figure}, book</source>
        <translation>{figure}，账本</translation>
    </message>
    <message>
        <source>{figure}, difference</source>
        <translation>{figure}，差</translation>
    </message>
    <message>
        <source>Orders that differ</source>
        <translation>对不上的订单</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>对的结果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>按哪种</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台报的</translation>
    </message>
    <message>
        <source>{word}, 1 order</source>
        <translation>{word}，1 单</translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>Save as Excel</source>
        <translation>存成 Excel 表</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Import the figures</source>
        <translation>导入平台的数</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>What a month earned and where it went, on one sheet</source>
        <translation>一个月挣了多少、花在哪，一张纸说清楚</translation>
    </message>
    <message>
        <source>Tax check</source>
        <translation>报税对账</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>看哪一部分</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Change the figures</source>
        <translation>改平台的数</translation>
    </message>
    <message>
        <source>Type the figures</source>
        <translation>填平台的数</translation>
    </message>
    <message>
        <source>{quarter}: what the platform reports and what the book says</source>
        <translation>{quarter}，平台报的和账本差多少</translation>
    </message>
    <message>
        <source>Import orders ›</source>
        <translation>去导入订单 ›</translation>
    </message>
    <message>
        <source>The book has nothing of {month}</source>
        <translation>账本里没有{month}的数</translation>
    </message>
    <message>
        <source>Once orders, settlements or spend of this month are imported, it stands here as one sheet to save and to print. Other months are a click away, above.</source>
        <translation>导入这个月的订单、结算或花费，这里就是一张能存能打印的纸。别的月份在上面换。</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.csv)</source>
        <translation>表格 (*.xlsx *.xls *.csv)</translation>
    </message>
    <message>
        <source>The platform&apos;s figures</source>
        <translation>平台的数</translation>
    </message>
    <message>
        <source>Figures of {quarter}</source>
        <translation>{quarter}平台的数</translation>
    </message>
    <message>
        <source>The platform&apos;s figures are noted</source>
        <translation>平台的数记好了</translation>
    </message>
    <message>
        <source>PDF, to read and print (*.pdf)</source>
        <translation>PDF，看和打印都行 (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>report of the month</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>Save the month</source>
        <translation>存月报</translation>
    </message>
    <message>
        <source>Saving the check</source>
        <translation>正在存对账单</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Print the month</source>
        <translation>打印月报</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>The page as it will come out</source>
        <translation>出来的样子</translation>
    </message>
    <message>
        <source>What goes into it</source>
        <translation>放进去</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>去年这月</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不放</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>旁边放</translation>
    </message>
    <message>
        <source>See which ›</source>
        <translation>看是哪些 ›</translation>
    </message>
    <message>
        <source>{n} pages, the text can be selected</source>
        <translation>{n} 页，字能选中复制</translation>
    </message>
    <message>
        <source>1 page, the text can be selected</source>
        <translation>1 页，字能选中复制</translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation>还没结算的</translation>
    </message>
    <message>
        <source>Saving the month</source>
        <translation>正在存月报</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>MovingCard</name>
    <message>
        <source>Moving</source>
        <translation>搬家</translation>
    </message>
    <message>
        <source>One file holds all shops and settings, without the backups. Open it on the new computer; there each comes in as a further shop and nothing is overwritten.</source>
        <translation>所有店铺和设置装进一个文件，备份不带。在新电脑上打开，店铺一个个加进去，原有的不会被覆盖。</translation>
    </message>
    <message>
        <source>Pack into one file</source>
        <translation>打包成一个文件</translation>
    </message>
    <message>
        <source>Take in from the old computer</source>
        <translation>从旧电脑搬过来</translation>
    </message>
    <message>
        <source>Open a book or a backup</source>
        <translation>打开已有的账本</translation>
    </message>
    <message>
        <source>Move the data folder</source>
        <translation>把数据文件夹搬到别处</translation>
    </message>
    <message>
        <source>Leave the sample shop first.</source>
        <translation>先离开示例店铺。</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
    </message>
    <message>
        <source>Moving files</source>
        <translation>搬家文件</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>正在打包</translation>
    </message>
    <message numerus="yes">
        <source>%n shops packed and read back: {name}</source>
        <translation>
            <numerusform>%n 个店铺打包好了，已核对：{name}</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder on this computer that is not synced</source>
        <translation>选一个网盘不同步的文件夹</translation>
    </message>
    <message>
        <source>{folder} is synced by {name} as well. Choose another folder.</source>
        <translation>{folder} 也由 {name} 同步，换一个文件夹。</translation>
    </message>
    <message>
        <source>All shops and backups are copied to {folder} and checked. ksdesk then closes; opened again, it works there. The old folder stays until you delete it yourself.</source>
        <translation>所有店铺和备份会复制到 {folder}，逐份核对。然后 ksdesk 会关闭，再打开就用新的。旧文件夹留着，你自己删。</translation>
    </message>
    <message>
        <source>Move the data folder?</source>
        <translation>把数据文件夹搬过去？</translation>
    </message>
    <message>
        <source>Move and close</source>
        <translation>搬过去，然后关闭</translation>
    </message>
</context>
<context>
    <name>NameSheet</name>
    <message>
        <source>What the shop is called</source>
        <translation>店铺叫什么</translation>
    </message>
    <message>
        <source>Another shop is called that.</source>
        <translation>已经有店铺叫这个名字。</translation>
    </message>
    <message>
        <source>A shop needs a name of its own.</source>
        <translation>店铺要有自己的名字。</translation>
    </message>
    <message>
        <source>A new shop</source>
        <translation>新建店铺</translation>
    </message>
    <message>
        <source>Make and open it</source>
        <translation>建好并打开</translation>
    </message>
    <message>
        <source>It gets a book of its own; nothing is shared with the others.</source>
        <translation>它有自己的账本，和别的店铺互不相干。</translation>
    </message>
    <message>
        <source>Rename the shop</source>
        <translation>店铺改名</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>rename the shop</source>
        <translation>店铺改名</translation>
    </message>
</context>
<context>
    <name>Nav</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Only on this PC</source>
        <translation>只存在这台电脑</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>开店</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>月报</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复盘</translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 件等着</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewCaseSheet</name>
    <message>
        <source>Note a case by hand</source>
        <translation>手工记一件售后</translation>
    </message>
    <message>
        <source>When its file comes later, both become one. No name, phone or address is needed.</source>
        <translation>以后导入售后单，会自动和它合成一件。不用填姓名、电话、地址。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Copy it from the order</source>
        <translation>从订单上复制</translation>
    </message>
    <message>
        <source>What the buyer wants</source>
        <translation>买家要什么</translation>
    </message>
    <message>
        <source>Money back</source>
        <translation>退多少</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>such as 2026-11-18 16:00</source>
        <translation>例如 2026-11-18 16:00</translation>
    </message>
    <message>
        <source>Asked for at</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Deadline on the phone</source>
        <translation>手机上的截止时间</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Not in the imported orders; that does no harm</source>
        <translation>导入的订单里没有这单，不要紧</translation>
    </message>
    <message>
        <source>The number of its order is needed</source>
        <translation>要填订单号</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>What you can do next</source>
        <translation>接下来可以</translation>
    </message>
    <message>
        <source>Begin the sample ›</source>
        <translation>开始抽样 ›</translation>
    </message>
    <message>
        <source>Earlier samples ›</source>
        <translation>以前的抽样 ›</translation>
    </message>
    <message>
        <source>What to ask the agency ›</source>
        <translation>问代理的话术 ›</translation>
    </message>
    <message>
        <source>See what it delivered ›</source>
        <translation>看这家的记录 ›</translation>
    </message>
    <message>
        <source>Where to tap on the phone ›</source>
        <translation>手机上怎么停 ›</translation>
    </message>
    <message>
        <source>Handbook: paid traffic ›</source>
        <translation>手册：付费买量 ›</translation>
    </message>
    <message>
        <source>Look at 50 new fans</source>
        <translation>抽 50 个新粉丝看看</translation>
    </message>
    <message>
        <source>Two minutes: works, follows, fans</source>
        <translation>两分钟，记作品数、关注数、粉丝数</translation>
    </message>
    <message>
        <source>Ask the agency for a breakdown</source>
        <translation>向代理要分渠道明细</translation>
    </message>
    <message>
        <source>Stop the plan</source>
        <translation>先把计划停了</translation>
    </message>
    <message>
        <source>ksdesk touches no account: it is stopped on the phone</source>
        <translation>ksdesk 碰不到账号，要在手机上停</translation>
    </message>
    <message>
        <source>By channel, placement and hour</source>
        <translation>分渠道、分位置、分小时</translation>
    </message>
</context>
<context>
    <name>NextPart</name>
    <message>
        <source>Three things for next time</source>
        <translation>下一场做三件事</translation>
    </message>
    <message>
        <source>become tasks</source>
        <translation>会进今日任务</translation>
    </message>
    <message>
        <source>Done: number {n}</source>
        <translation>第 {n} 件做完了</translation>
    </message>
    <message>
        <source>One more thing</source>
        <translation>再写一件</translation>
    </message>
    <message>
        <source>One thing</source>
        <translation>写一件</translation>
    </message>
    <message>
        <source>Next time, number {n}</source>
        <translation>下一场第 {n} 件</translation>
    </message>
</context>
<context>
    <name>NotStored</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Don&apos;t import for now</source>
        <translation>暂不导入</translation>
    </message>
    <message>
        <source>To the backups ›</source>
        <translation>去看备份 ›</translation>
    </message>
    <message>
        <source>Move the data to another disk ›</source>
        <translation>数据搬到别的盘 ›</translation>
    </message>
    <message>
        <source>{name} is kept ready, 1 row</source>
        <translation>{name} 留着，1 行</translation>
    </message>
    <message>
        <source>{name} is kept ready, {n} rows</source>
        <translation>{name} 留着，{n} 行</translation>
    </message>
    <message>
        <source>The report was not stored</source>
        <translation>刚导入的报表没有存</translation>
    </message>
    <message>
        <source>What was in the book is all there</source>
        <translation>原来的账都在，一笔没少</translation>
    </message>
    <message>
        <source>Whatever had gone in of this import was taken back as a whole</source>
        <translation>导入到一半的已经全部退回</translation>
    </message>
    <message>
        <source>Once it is put right, the same file imports in full.</source>
        <translation>弄好以后，同一个文件能整份再导入</translation>
    </message>
    <message>
        <source>Leave the app open; “Try again” stores it.</source>
        <translation>先别关程序，点「再试一次」就会存</translation>
    </message>
</context>
<context>
    <name>NoteSheet</name>
    <message>
        <source>What happened</source>
        <translation>记一件事</translation>
    </message>
    <message>
        <source>It stands on the curve as a dotted line, for you to look back at.</source>
        <translation>曲线上会有一条虚线，回头看得到。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>什么事</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>哪天</translation>
    </message>
    <message>
        <source>At</source>
        <translation>几点</translation>
    </message>
    <message>
        <source>e.g. 20:00</source>
        <translation>例如 20:00</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到几点</translation>
    </message>
    <message>
        <source>if it lasted</source>
        <translation>可不填</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>For example: dried persimmons 59.9 → 49.9</source>
        <translation>例如：柿饼 59.9 → 49.9</translation>
    </message>
    <message>
        <source>Put it on the curve</source>
        <translation>记到曲线上</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删掉</translation>
    </message>
    <message>
        <source>Fill in the day</source>
        <translation>填上日期</translation>
    </message>
    <message>
        <source>A time such as 20:00</source>
        <translation>写成 20:00 这样</translation>
    </message>
    <message>
        <source>Too long for a note on the curve</source>
        <translation>太长了，曲线上放不下</translation>
    </message>
</context>
<context>
    <name>NotesSheet</name>
    <message>
        <source>Nothing noted yet</source>
        <translation>还没有记</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A new one</source>
        <translation>再加一条</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>删掉</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>保存修改</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
    <message>
        <source>It counts where the order itself names no moment.</source>
        <translation>订单上没写时间的，按报备算。</translation>
    </message>
    <message numerus="yes">
        <source>A delay was announced for %n orders</source>
        <translation>
            <numerusform>%n 单已报备延迟发货</numerusform>
        </translation>
    </message>
    <message>
        <source>Shipped at the latest</source>
        <translation>最晚发货</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>None was announced</source>
        <translation>没有报备</translation>
    </message>
    <message>
        <source>Day and time, such as 2026-11-20 18:00</source>
        <translation>写日期和时间，例如 2026-11-20 18:00</translation>
    </message>
</context>
<context>
    <name>NumberCard</name>
    <message>
        <source>No change</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>up</source>
        <translation>升</translation>
    </message>
    <message>
        <source>down</source>
        <translation>降</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>“{text}” is not a number</source>
        <translation>“{text}”不是数字</translation>
    </message>
</context>
<context>
    <name>NumbersSheet</name>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>SF, YTO …</source>
        <translation>顺丰、圆通……</translation>
    </message>
    <message>
        <source>Tracking numbers</source>
        <translation>填快递单号</translation>
    </message>
    <message>
        <source>The numbers go to the orders at the right from the top. A line may also name its order: order number, tab, tracking number.</source>
        <translation>单号从上到下对右边的订单。一行里也可以写明订单：订单号、Tab、快递单号。</translation>
    </message>
    <message>
        <source>One parcel for all orders at the right: each gets its number.</source>
        <translation>右边几单装一个包裹，每单记同一个单号。</translation>
    </message>
    <message>
        <source>Orders and their numbers</source>
        <translation>订单和快递单号</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>存好单号</translation>
    </message>
    <message>
        <source>From a table…</source>
        <translation>从表格里取…</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message numerus="yes">
        <source>%n numbers have their order</source>
        <translation>
            <numerusform>%n 个单号对上了订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan or paste the first number</source>
        <translation>先扫或粘一个单号</translation>
    </message>
    <message>
        <source>Tables ({kinds});;All files (*)</source>
        <translation>表格 ({kinds});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Table with tracking numbers</source>
        <translation>选有快递单号的表格</translation>
    </message>
    <message>
        <source>The table names none of these orders</source>
        <translation>表格里没有这些订单</translation>
    </message>
    <message>
        <source>The table needs columns with order number and tracking number</source>
        <translation>表格要有订单号和快递单号两列</translation>
    </message>
</context>
<context>
    <name>OneOrder</name>
    <message>
        <source>Close the order</source>
        <translation>收起这一单</translation>
    </message>
    <message>
        <source>Order {end}</source>
        <translation>尾号 {end}</translation>
    </message>
    <message>
        <source>Not there: what now ›</source>
        <translation>没货了，怎么办 ›</translation>
    </message>
    <message>
        <source>Out of stock: go on ›</source>
        <translation>缺货：接着处理 ›</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>钱</translation>
    </message>
    <message>
        <source>{amount} of {paid} refunded</source>
        <translation>实付 {paid}，退了 {amount}</translation>
    </message>
    <message>
        <source>A part of {paid} was refunded; no file says how much</source>
        <translation>实付 {paid}，退了一部分，文件里没写退了多少</translation>
    </message>
    <message>
        <source>Not settled in any imported file</source>
        <translation>导入的文件里还没有结算</translation>
    </message>
    <message>
        <source>After-sales</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>All that the files say ›</source>
        <translation>文件里写的全部 ›</translation>
    </message>
    <message>
        <source>Note an after-sales case ›</source>
        <translation>记一件售后 ›</translation>
    </message>
    <message>
        <source>The same buyer waits for {ends}, too. Compare the addresses first.</source>
        <translation>这位买家还有 {ends} 也等着发，先对一下地址。</translation>
    </message>
    <message>
        <source>Ship in one parcel ›</source>
        <translation>合成一个包裹发 ›</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>On its way; the day is not known: no earlier order was settled yet</source>
        <translation>钱在路上；哪天到账还不知道：还没有一单结算过</translation>
    </message>
    <message>
        <source>On its way, expected about {day}</source>
        <translation>钱在路上，大约 {day}到</translation>
    </message>
    <message>
        <source>Was expected about {day}, and is in no imported settlement</source>
        <translation>原来大约 {day}该到，导入的结算里还没有</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{days} after shipping, the median of {orders} settled orders</source>
        <translation>发货后 {days}，照已结算的 {orders} 单估</translation>
    </message>
    <message>
        <source>{days} after payment, the median of {orders} settled orders</source>
        <translation>付款后 {days}，照已结算的 {orders} 单估</translation>
    </message>
    <message>
        <source>{days} after the order, the median of {orders} settled orders</source>
        <translation>下单后 {days}，照已结算的 {orders} 单估</translation>
    </message>
    <message>
        <source>Ordered {at}</source>
        <translation>下单 {at}</translation>
    </message>
    <message>
        <source>Paid {at}</source>
        <translation>付款 {at}</translation>
    </message>
    <message>
        <source>Shipped {at}</source>
        <translation>发货 {at}</translation>
    </message>
    <message>
        <source>gift</source>
        <translation>赠品</translation>
    </message>
    <message>
        <source>Noted by hand</source>
        <translation>手工记的</translation>
    </message>
    <message>
        <source>until {at}</source>
        <translation>{at} 前</translation>
    </message>
</context>
<context>
    <name>OneProduct</name>
    <message>
        <source>change a product</source>
        <translation>改商品</translation>
    </message>
    <message>
        <source>add a product</source>
        <translation>新建商品</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>存好了</translation>
    </message>
</context>
<context>
    <name>OpenFilesCard</name>
    <message>
        <source>Open files</source>
        <translation>存成通用文件</translation>
    </message>
    <message>
        <source>The whole book as CSV files with a readme that explains each column; Excel and any other program read them. Templates are empty tables with one example row.</source>
        <translation>整个账本存成 CSV，附一份说明讲清每一列，Excel 和别的程序都能打开。模板是带一行例子的空表。</translation>
    </message>
    <message>
        <source>Save all as CSV</source>
        <translation>全部存成 CSV</translation>
    </message>
    <message>
        <source>Import template</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>Saving all as CSV</source>
        <translation>正在存成 CSV</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>存好了</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Find the way in</source>
        <translation>找入口</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>开店</translation>
    </message>
    <message>
        <source>Real name</source>
        <translation>实名</translation>
    </message>
    <message>
        <source>Kind of shop</source>
        <translation>店铺类型</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Tap 「设置」 (settings)</source>
        <translation>点「设置」</translation>
    </message>
    <message>
        <source>Under 「服务」 (services), tap 「快手粉条」</source>
        <translation>「服务」栏里点「快手粉条」</translation>
    </message>
    <message>
        <source>Tap 「小店推广」 (shop promotion), lower right</source>
        <translation>点右下角「小店推广」</translation>
    </message>
    <message>
        <source>Arrive at 「推广小店作品」 (promote works)</source>
        <translation>进入「推广小店作品」</translation>
    </message>
    <message>
        <source>Tap 「去开通小店」 (open a shop) below</source>
        <translation>点下方「去开通小店」</translation>
    </message>
    <message>
        <source>Tap 「开店」 (open shop), upper right</source>
        <translation>点右上角「开店」</translation>
    </message>
    <message>
        <source>In the prompt, tap 「去认证」 (verify)</source>
        <translation>提示里点「去认证」</translation>
    </message>
    <message>
        <source>Check the photos here before uploading them</source>
        <translation>先在这里检查照片，再去手机上传</translation>
    </message>
    <message>
        <source>Choose the kind of shop</source>
        <translation>选好开哪种店</translation>
    </message>
    <message>
        <source>How much deposit is due</source>
        <translation>保证金要缴多少</translation>
    </message>
    <message>
        <source>You have been through all of it</source>
        <translation>走完了</translation>
    </message>
    <message>
        <source>Open Kuaishou on the phone and find 「设置」; where it is differs from version to version. Tapping the drawing goes on too, so you can rehearse first.</source>
        <translation>打开快手，先找到「设置」，每个版本放的地方不一样。点图里的手机也会往前走，可以先练一遍，再拿手机点。</translation>
    </message>
    <message>
        <source>You should be on the page 「设置」 now. Scroll to the section 「服务」; 「快手粉条」 is in it.</source>
        <translation>你现在应该在「设置」这一页。往下找到「服务」这一栏，里面有「快手粉条」。</translation>
    </message>
    <message>
        <source>You should be on the page 「快手粉条」 now. It is the rightmost in the bottom row. Tapping the drawing goes on too, so you can rehearse first.</source>
        <translation>你现在应该在「快手粉条」这一页。看最下面一排，最右边那个就是。点图里的手机也会往前走，可以先练一遍，再拿手机点。</translation>
    </message>
    <message>
        <source>After that tap the title at the top should read 「推广小店作品」. If it does not, go back on the phone and tap 「小店推广」 again.</source>
        <translation>点完以后，看最上面的标题是不是「推广小店作品」。不是的话，手机上退回去，再点一次「小店推广」。</translation>
    </message>
    <message>
        <source>Still on the page 「推广小店作品」. 「去开通小店」 at the bottom leads to 「快手小店」.</source>
        <translation>还在「推广小店作品」这一页。点最下面的「去开通小店」，就到「快手小店」了。</translation>
    </message>
    <message>
        <source>You should be on the page 「快手小店」 now. 「开店」 at the upper right applies for a shop.</source>
        <translation>你现在应该在「快手小店」这一页。点右上角的「开店」，就是申请开通。</translation>
    </message>
    <message>
        <source>A prompt says 「开通快手小店需要通过实名认证」: opening needs real-name verification. The page after 「去认证」 asks for photos, so check them here first.</source>
        <translation>手机弹出提示「开通快手小店需要通过实名认证」。点「去认证」，下一页就要传照片，先在电脑上检查好。</translation>
    </message>
    <message>
        <source>Papers and deposit differ with the kind. Once chosen, the papers it needs are listed below: tick off what you have.</source>
        <translation>店不一样，要的证件和保证金也不一样。选好以后，下面列出要备的证件，备好一样勾一样。</translation>
    </message>
    <message>
        <source>The rule book says so line by line below. What the phone shows counts: once you see it, type it in.</source>
        <translation>下面按平台规则一条一条算。手机上显示多少，以手机为准，看到了就填进来。</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>My phone looks different</source>
        <translation>我的手机不一样</translation>
    </message>
    <message>
        <source>Opening a shop</source>
        <translation>开店向导</translation>
    </message>
    <message>
        <source>Follow the phone drawn at the right; what is unclear is written beside it</source>
        <translation>照着右边画的手机一步步点，不懂的地方都写在旁边</translation>
    </message>
    <message>
        <source>Every step is saved by itself. Close the app, and it goes on from here.</source>
        <translation>每一步都自动存好，关掉再打开，从这里接着来。</translation>
    </message>
    <message>
        <source>Saved by itself {time}</source>
        <translation>已自动保存 {time}</translation>
    </message>
    <message>
        <source>Not saved yet; the next change tries again</source>
        <translation>还没保存成功，下次改动时再试</translation>
    </message>
    <message>
        <source>Chapter {n} · {chapter} · tap {tap} of {taps}</source>
        <translation>第 {n} 章 · {chapter} · 第 {tap} 步，共 {taps} 步</translation>
    </message>
    <message>
        <source>Chapter {n} · {chapter} · {screen}</source>
        <translation>第 {n} 章 · {chapter} · {screen}</translation>
    </message>
    <message>
        <source>Chapter {n} · {chapter}</source>
        <translation>第 {n} 章 · {chapter}</translation>
    </message>
    <message>
        <source>The phone at this step: {screen}</source>
        <translation>这一步的手机画面：{screen}</translation>
    </message>
    <message>
        <source>The phone at this step: tap 「{word}」</source>
        <translation>这一步的手机画面：点「{word}」</translation>
    </message>
    <message>
        <source>Tap the frame to go on; grey is not known</source>
        <translation>点圈住的地方往前走；灰块以手机为准</translation>
    </message>
    <message>
        <source>Grey is not known: see your phone</source>
        <translation>图里灰块是不确定的地方，以手机为准</translation>
    </message>
    <message>
        <source>tap {tap} of {taps}</source>
        <translation>第 {tap} 步，共 {taps} 步</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>{n} fine</source>
        <translation>{n} 项好</translation>
    </message>
    <message>
        <source>{n} fine, {m} to redo</source>
        <translation>{n} 项好，{m} 项要再看</translation>
    </message>
</context>
<context>
    <name>OptionLevel</name>
    <message>
        <source>Name, such as flavour</source>
        <translation>规格名，如口味</translation>
    </message>
    <message>
        <source>Name of the option level</source>
        <translation>规格名</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Comma-separated</source>
        <translation>选项，用逗号隔开</translation>
    </message>
    <message>
        <source>Take this level away</source>
        <translation>去掉这一级</translation>
    </message>
    <message>
        <source>Take {option} away</source>
        <translation>去掉{option}</translation>
    </message>
</context>
<context>
    <name>OptionsSection</name>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Crossed-out price</source>
        <translation>划线价</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Low at</source>
        <translation>库存提醒线</translation>
    </message>
    <message>
        <source>SKU code</source>
        <translation>SKU 编码</translation>
    </message>
    <message>
        <source>Prices and stock</source>
        <translation>价格、规格和库存</translation>
    </message>
    <message>
        <source>Add a level of options (flavour, weight …)</source>
        <translation>加一级规格（口味、重量……）</translation>
    </message>
    <message>
        <source>No more levels than these</source>
        <translation>规格不能再多了</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填</translation>
    </message>
    <message>
        <source>Ctrl+D: the chosen cell into all below it</source>
        <translation>Ctrl+D：选中的格子填到下面所有行</translation>
    </message>
    <message numerus="yes">
        <source>%n combinations; type into a cell to change it</source>
        <translation>
            <numerusform>%n 个组合，在格子里直接打字就能改</numerusform>
        </translation>
    </message>
    <message>
        <source>Option {n}</source>
        <translation>规格 {n}</translation>
    </message>
    <message>
        <source>Price (the lowest)</source>
        <translation>价格（最低的）</translation>
    </message>
    <message>
        <source>Stock (all together)</source>
        <translation>库存（合计）</translation>
    </message>
    <message>
        <source>“{text}” is not a figure, so the cell was left as it was</source>
        <translation>“{text}”不是数字，这一格没改</translation>
    </message>
    <message>
        <source>Line {n}, {options}: {reason}</source>
        <translation>第 {n} 行 {options}：{reason}</translation>
    </message>
</context>
<context>
    <name>OrderExport</name>
    <message>
        <source>What is shown, as PDF</source>
        <translation>当前列表，存成 PDF</translation>
    </message>
    <message>
        <source>Print what is shown</source>
        <translation>当前列表，打印</translation>
    </message>
    <message>
        <source>Too long for paper: export it as a table</source>
        <translation>太长了，打印不下，请导出成表格</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>{name} was saved</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Print the orders</source>
        <translation>打印订单</translation>
    </message>
</context>
<context>
    <name>OrderFindBar</name>
    <message>
        <source>Order, parcel, product…</source>
        <translation>订单号、快递号、商品、备注</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>搜订单</translation>
    </message>
    <message>
        <source>Which orders</source>
        <translation>看哪些订单</translation>
    </message>
</context>
<context>
    <name>OrderSheet</name>
    <message>
        <source>Order {number}</source>
        <translation>订单 {number}</translation>
    </message>
    <message>
        <source>As the imported files have it</source>
        <translation>导入的文件里这样写</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total} orders shown · {paid} paid</source>
        <translation>显示 {shown} 单，共 {total} 单 · 实付 {paid}</translation>
    </message>
    <message>
        <source>{shown} of 1 order shown · {paid} paid</source>
        <translation>显示 {shown} 单，共 1 单 · 实付 {paid}</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>还剩</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Paid ¥</source>
        <translation>实付 ¥</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>发货前检查</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>the platform stops it</source>
        <translation>平台不让发</translation>
    </message>
    <message>
        <source>Deal with it ›</source>
        <translation>处理缺货 ›</translation>
    </message>
    <message>
        <source>Number ›</source>
        <translation>填单号 ›</translation>
    </message>
    <message>
        <source>Check ›</source>
        <translation>检查 ›</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>State unknown</source>
        <translation>状态不明</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>Do not ship yet</source>
        <translation>先别发</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>Part shipped</source>
        <translation>部分发货</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Money back</source>
        <translation>有退款</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>部分退款</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Fees and commission</source>
        <translation>平台费和佣金</translation>
    </message>
    <message>
        <source>Refunded to the buyer</source>
        <translation>退给买家</translation>
    </message>
    <message>
        <source>Freight insurance</source>
        <translation>运费险</translation>
    </message>
    <message>
        <source>Account movement</source>
        <translation>动账</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>as the order says</source>
        <translation>订单上写的</translation>
    </message>
    <message>
        <source>as announced</source>
        <translation>报备到</translation>
    </message>
    <message>
        <source>presale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>by the hours promised</source>
        <translation>按发货时限</translation>
    </message>
    <message>
        <source>No flaw</source>
        <translation>无瑕疵</translation>
    </message>
    <message>
        <source>Quality is good</source>
        <translation>无质量问题</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>不少件</translation>
    </message>
    <message>
        <source>The right goods</source>
        <translation>不错发</translation>
    </message>
    <message>
        <source>Packed well</source>
        <translation>包装妥善</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Asked to go first</source>
        <translation>催着先发</translation>
    </message>
    <message>
        <source>Today before {at}</source>
        <translation>今天 {at} 前</translation>
    </message>
    <message>
        <source>Tomorrow before 24:00</source>
        <translation>明天 24:00 前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>With a tracking number</source>
        <translation>已填单号</translation>
    </message>
    <message>
        <source>and %n more</source>
        <translation>等 %n 样</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分</translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation>{h} 小时</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} 天 {h} 小时</translation>
    </message>
    <message>
        <source>{d} d</source>
        <translation>{d} 天</translation>
    </message>
    <message>
        <source>Time unknown</source>
        <translation>时限不明</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>超时 {span}</translation>
    </message>
    <message>
        <source>to be picked up by {at}</source>
        <translation>{at} 前要揽收</translation>
    </message>
    <message>
        <source>one buyer, %n orders</source>
        <translation>同一买家 %n 单</translation>
    </message>
    <message>
        <source>today {at}</source>
        <translation>今天 {at}</translation>
    </message>
    <message>
        <source>tomorrow {at}</source>
        <translation>明天 {at}</translation>
    </message>
    <message>
        <source>urged</source>
        <translation>催发货</translation>
    </message>
    <message>
        <source>no tracking number</source>
        <translation>不是快递单号</translation>
    </message>
    <message>
        <source>scanned twice</source>
        <translation>扫了两次</translation>
    </message>
    <message>
        <source>no order left for it</source>
        <translation>没有订单可对了</translation>
    </message>
    <message>
        <source>Tracking numbers</source>
        <translation>填快递单号</translation>
    </message>
    <message>
        <source>One line a parcel: scan, type, or paste a column from Excel.</source>
        <translation>一行一个包裹：扫码、手打，或从 Excel 粘一列。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Paid ¥</source>
        <translation>实付 ¥</translation>
    </message>
    <message>
        <source>Refunded ¥</source>
        <translation>退款 ¥</translation>
    </message>
    <message>
        <source>1 order · {paid} paid · {back} refunded</source>
        <translation>共 1 单 · 实付 {paid} · 退款 {back}</translation>
    </message>
    <message>
        <source>{n} orders · {paid} paid · {back} refunded</source>
        <translation>共 {n} 单 · 实付 {paid} · 退款 {back}</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>SKU code</source>
        <translation>SKU 编码</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Shipped at</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>Send before</source>
        <translation>最晚发货</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>asked to go first</source>
        <translation>催发货，先发</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Let go: the file is read here, and shown before anything is kept</source>
        <translation>松手，就在这里导入，先预览</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>What is to be shipped first, and every order of your files</source>
        <translation>快到时间的在最上面，每一单都查得到</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>先看示例店铺</translation>
    </message>
    <message>
        <source>Where the orders are exported ›</source>
        <translation>订单在哪里导出 ›</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>还没有订单</translation>
    </message>
    <message>
        <source>Export the orders in the shop&apos;s back office and drop the file here. Names, phone numbers and addresses of buyers are left out.</source>
        <translation>在小店后台把订单导出来，拖到这里就行。买家的姓名、电话和地址不会存下来。</translation>
    </message>
    <message>
        <source>You can also copy cells in Excel and press Ctrl+V here.</source>
        <translation>也可以在 Excel 里复制，到这里按 Ctrl+V。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Tracking numbers</source>
        <translation>填快递单号</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>No order has this</source>
        <translation>没找到这样的订单</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清掉搜索</translation>
    </message>
    <message>
        <source>Nothing is to be shipped now</source>
        <translation>现在没有要发的货</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>看全部订单</translation>
    </message>
    <message>
        <source>No orders here</source>
        <translation>这里没有订单</translation>
    </message>
    <message>
        <source>Choose orders above</source>
        <translation>先在上面选单</translation>
    </message>
    <message>
        <source>Picking list…</source>
        <translation>拣货单…</translation>
    </message>
    <message>
        <source>Shipping list for another computer…</source>
        <translation>发货表（给别的电脑）…</translation>
    </message>
    <message>
        <source>Save the table for batch shipping…</source>
        <translation>存批量发货表…</translation>
    </message>
    <message>
        <source>Your hours of shipping…</source>
        <translation>发货时限…</translation>
    </message>
    <message>
        <source>Check before shipping…</source>
        <translation>发货前检查…</translation>
    </message>
    <message>
        <source>Tracking numbers…</source>
        <translation>填快递单号…</translation>
    </message>
    <message>
        <source>Take the tracking numbers off</source>
        <translation>去掉快递单号</translation>
    </message>
    <message>
        <source>A delay was announced (报备)…</source>
        <translation>已报备延迟发货…</translation>
    </message>
    <message numerus="yes">
        <source>Ship %n orders of this buyer in one parcel…</source>
        <translation>
            <numerusform>这位买家的 %n 单合成一个包裹发…</numerusform>
        </translation>
    </message>
    <message>
        <source>Not there: what now…</source>
        <translation>没货了，怎么办…</translation>
    </message>
    <message>
        <source>Not there: {goods}…</source>
        <translation>没货：{goods}…</translation>
    </message>
    <message>
        <source>This order is in no imported file</source>
        <translation>导入的文件里没有这一单</translation>
    </message>
</context>
<context>
    <name>OtherPhone</name>
    <message>
        <source>My phone looks different</source>
        <translation>我的手机不一样</translation>
    </message>
    <message>
        <source>What this step looks like on your phone</source>
        <translation>你手机上这一步是什么样</translation>
    </message>
    <message>
        <source>For example: it is called something else and sits at the top</source>
        <translation>例如：名字不一样，在最上面</translation>
    </message>
    <message>
        <source>Ways that are known</source>
        <translation>已知的别的路</translation>
    </message>
    <message>
        <source>If none fits, follow your phone and note it above.</source>
        <translation>都对不上，就以手机为准，记在上面。</translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation>回到这一步</translation>
    </message>
    <message>
        <source>Step: {title}</source>
        <translation>这一步：{title}</translation>
    </message>
</context>
<context>
    <name>OwnFigureSheet</name>
    <message>
        <source>Your own figure</source>
        <translation>改数字</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到哪天</translation>
    </message>
    <message>
        <source>open-ended</source>
        <translation>一直有效</translation>
    </message>
    <message>
        <source>Where it is from</source>
        <translation>从哪里看到的</translation>
    </message>
    <message>
        <source>For example: notice on the phone</source>
        <translation>例如：手机通知</translation>
    </message>
    <message>
        <source>not in it</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>The rule book says</source>
        <translation>平台规则的数值</translation>
    </message>
    <message>
        <source>Your figure</source>
        <translation>你的数值</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Let it count</source>
        <translation>按我的数值算</translation>
    </message>
    <message>
        <source>Back to the rule book</source>
        <translation>用回平台规则的</translation>
    </message>
    <message>
        <source>This rule cannot have such a figure</source>
        <translation>这条规则不能填这样的数值</translation>
    </message>
    <message>
        <source>On {day}: {before} → {after}.</source>
        <translation>{day}：{before} → {after}。</translation>
    </message>
    <message>
        <source>On {day} it stays {after}.</source>
        <translation>{day} 还是 {after}。</translation>
    </message>
    <message>
        <source>{account} would be {amount} short.</source>
        <translation>{account}会差 {amount}。</translation>
    </message>
    <message>
        <source>{account}, from {day}: the line goes from {before} to {after}</source>
        <translation>{account}，{day} 起要求线 {before} → {after}</translation>
    </message>
    <message>
        <source>Change a figure of the rule book</source>
        <translation>改平台规则的数值</translation>
    </message>
    <message>
        <source>It counts now</source>
        <translation>已按你的数值算</translation>
    </message>
    <message>
        <source>The rule book counts again</source>
        <translation>已用回平台规则的数值</translation>
    </message>
    <message>
        <source>Take an own figure away</source>
        <translation>删掉自己填的数值</translation>
    </message>
</context>
<context>
    <name>PaceCard</name>
    <message>
        <source>Rhythm</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>What the book says ›</source>
        <translation>书上怎么说 ›</translation>
    </message>
    <message>
        <source>Too few days with spend before it to know what is usual for you</source>
        <translation>之前花钱的日子太少，还不知道你平时花多少</translation>
    </message>
    <message>
        <source>Your usual: {day} a day on {days} days a week; this is no more</source>
        <translation>你平时一天 {day}，一周 {days} 天；这次没超</translation>
    </message>
    <message>
        <source>{much} on one day, your usual is {day}</source>
        <translation>一天 {much}，你平时一天 {day}</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>太多</translation>
    </message>
    <message>
        <source>{often} days of a week, your usual is {days}</source>
        <translation>一周 {often} 天，你平时 {days} 天</translation>
    </message>
    <message>
        <source>Often</source>
        <translation>太勤</translation>
    </message>
    <message>
        <source>The book warns: much and often may bring taking down or limiting, and annoys</source>
        <translation>书上说：又多又勤地买，可能被下架或限流，人也烦</translation>
    </message>
    <message>
        <source>Even spread over two months it stays above your usual. Spend less.</source>
        <translation>平摊到两个月也比平时多，少花一点。</translation>
    </message>
    <message>
        <source>… until {day}</source>
        <translation>……到 {day}</translation>
    </message>
    <message>
        <source>Calmer, the same money: {days}</source>
        <translation>钱一样，慢慢花：{days}</translation>
    </message>
    <message>
        <source>Annoyed, per 1,000 shown</source>
        <translation>每 1,000 次曝光的反感</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>During</source>
        <translation>跑的时候</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>{what}: {times} times as often as before. Pause a few days.</source>
        <translation>{what}是之前的 {times} 倍，歇几天。</translation>
    </message>
    <message>
        <source>{what}: {count}, and none before. Pause a few days.</source>
        <translation>{what}有 {count} 次，之前一次也没有，歇几天。</translation>
    </message>
    <message>
        <source>Annoying</source>
        <translation>招人反感</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Product, order number, amount, page, rule …</source>
        <translation>商品、订单号、金额、页面、规则…</translation>
    </message>
    <message>
        <source>Fewer words, the first or last digits of a number, or pinyin initials may do.</source>
        <translation>少打几个字，或者试试号码的开头、末尾几位、拼音首字母。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的</translation>
    </message>
    <message>
        <source>Up and down to choose, Enter opens, Esc closes</source>
        <translation>上下键选，回车打开，Esc 关闭</translation>
    </message>
    <message>
        <source>Preparing the search</source>
        <translation>正在准备搜索</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>刚打开过</translation>
    </message>
    <message>
        <source>Nothing has “{text}” in it</source>
        <translation>没有找到“{text}”</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Page {n} of {all}</source>
        <translation>第 {n} 页，共 {all} 页</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>photo checked</source>
        <translation>照片已检查</translation>
    </message>
    <message>
        <source>Papers it needs: {n} of {all} ready</source>
        <translation>要备的证件，{all} 样备好 {n} 样</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>Change</source>
        <translation>改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加上</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>Change a paper</source>
        <translation>改资质</translation>
    </message>
    <message>
        <source>Add a paper</source>
        <translation>加一张资质</translation>
    </message>
    <message>
        <source>You are reminded before it ends. No picture of it is kept.</source>
        <translation>到期前会提醒。不存照片。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>哪种资质</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>别的资质</translation>
    </message>
    <message>
        <source>Its name or number</source>
        <translation>名称或编号</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>用在哪</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>有效期到</translation>
    </message>
    <message>
        <source>Without an end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>This product</source>
        <translation>这件商品</translation>
    </message>
    <message>
        <source>All of “{category}”</source>
        <translation>“{category}”整个类目</translation>
    </message>
    <message>
        <source>All you sell</source>
        <translation>店里所有商品</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>记下这张</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>去掉这张</translation>
    </message>
    <message>
        <source>Say which paper it is</source>
        <translation>写上是什么资质</translation>
    </message>
    <message>
        <source>Fill in the day, or tick “Without an end”</source>
        <translation>填到期日，或者勾「长期有效」</translation>
    </message>
</context>
<context>
    <name>ParcelSheet</name>
    <message numerus="yes">
        <source>%n shops in this file</source>
        <translation>
            <numerusform>这个文件里有 %n 个店铺</numerusform>
        </translation>
    </message>
    <message>
        <source>Each comes in as a further shop. What is on this computer stays.</source>
        <translation>每个都会加成一个新店铺，这台电脑上原有的不动。</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>加进来</translation>
    </message>
</context>
<context>
    <name>PartChips</name>
    <message>
        <source>All together again</source>
        <translation>重新合在一起</translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message>
        <source>What earns and what does not</source>
        <translation>哪些挣，哪些亏</translation>
    </message>
    <message>
        <source>By product</source>
        <translation>按商品</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By live</source>
        <translation>按场</translation>
    </message>
    <message>
        <source>By way</source>
        <translation>按办法</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>办法</translation>
    </message>
    <message>
        <source>By plan</source>
        <translation>按计划</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>What stays, by what</source>
        <translation>净得按什么分</translation>
    </message>
    <message>
        <source>Not split by product</source>
        <translation>不分商品</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>No report of this month names a live. Bring one in under Traffic.</source>
        <translation>这个月没有写着直播场次的报表。到「流量」导入一份。</translation>
    </message>
    <message>
        <source>Nothing was spent on promotion in this month, as far as reports go.</source>
        <translation>报表里这个月没有推广花费。</translation>
    </message>
    <message>
        <source>No orders in this month.</source>
        <translation>这个月没有订单。</translation>
    </message>
    <message>
        <source>Without suspect hours: {ways}</source>
        <translation>去掉疑似异常的时段：{ways}</translation>
    </message>
    <message>
        <source>A live has the orders placed while it ran, with all their refunds.</source>
        <translation>一场直播算它开着时下的单，连同这些单后来的退款。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders that brought {paid} have no cost and are not in the net.</source>
        <translation>
            <numerusform>%Ln 单没填成本（{paid}），没算进净得。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders that brought {paid} are not in the net; of {untold} a refund&apos;s amount is not told: bring in after-sales or settlements.</source>
        <translation>
            <numerusform>%Ln 单（成交 {paid}）没算进净得，其中 {untold} 单没说退了多少：导入售后或结算就知道了。</numerusform>
        </translation>
    </message>
    <message>
        <source>All goods have a cost.</source>
        <translation>每件货都填了成本。</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>单</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>买家付的</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>its fans bought {fen} in 1 day</source>
        <translation>涨的粉 1 天里买了 {fen}</translation>
    </message>
    <message>
        <source>{n} without a cost</source>
        <translation>{n} 单没填成本</translation>
    </message>
    <message>
        <source>refund not told: {n}</source>
        <translation>{n} 单没说退了多少</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净得</translation>
    </message>
    <message numerus="yes">
        <source>%Ln products have no cost: what they bring is not in the net, only what was spent on them.</source>
        <translation>
            <numerusform>%Ln 个商品没填成本：它们挣的没算进净得，花在它们身上的推广费算了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Before spend</source>
        <translation>花费前剩下</translation>
    </message>
    <message>
        <source>Its sales</source>
        <translation>平台算的</translation>
    </message>
    <message>
        <source>After refunds</source>
        <translation>退款后</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>保本</translation>
    </message>
    <message>
        <source>Per order</source>
        <translation>每单</translation>
    </message>
    <message>
        <source>Per fan</source>
        <translation>每粉丝</translation>
    </message>
    <message>
        <source>est. by its goods</source>
        <translation>按它的商品估算</translation>
    </message>
    <message>
        <source>est. by the shop</source>
        <translation>按全店估算</translation>
    </message>
    <message>
        <source>its fans bought {fen} in {n} days</source>
        <translation>涨的粉 {n} 天里买了 {fen}</translation>
    </message>
    <message>
        <source>Estimated, for orders name no plan: its sales as the platform counts them, with the refunds and costs that its products (else the shop) had on each yuan in these days. Break-even = its sales ÷ what stays of them before promotion.</source>
        <translation>估算（订单上不写计划）：平台算给它的成交，照它的商品（没写商品就照全店）同期每块钱的退款和成本去扣。保本 = 平台算的成交 ÷ 花费前剩下。</translation>
    </message>
    <message>
        <source>no cost yet</source>
        <translation>没填成本</translation>
    </message>
    <message>
        <source>loses {fen} an order</source>
        <translation>每单亏 {fen}</translation>
    </message>
</context>
<context>
    <name>PartsPanel</name>
    <message>
        <source>Find a campaign or live</source>
        <translation>找计划或直播</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合在一起</translation>
    </message>
</context>
<context>
    <name>PasswordSheet</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Skip, on to the next file</source>
        <translation>跳过，看下一个文件</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>暂不导入</translation>
    </message>
    <message>
        <source>Type the password first</source>
        <translation>先填密码</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>add pasted links</source>
        <translation>加粘贴来的链接</translation>
    </message>
    <message numerus="yes">
        <source>%n added as drafts</source>
        <translation>
            <numerusform>加了 %n 条，先放在草稿里</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Kuaishou Fentiao, paid promotion</source>
        <translation>快手粉条</translation>
    </message>
    <message>
        <source>Shop promotion</source>
        <translation>小店推广</translation>
    </message>
    <message>
        <source>Promote the shop&apos;s works</source>
        <translation>推广小店作品</translation>
    </message>
    <message>
        <source>Go and open a shop</source>
        <translation>去开通小店</translation>
    </message>
    <message>
        <source>Kuaishou shop</source>
        <translation>快手小店</translation>
    </message>
    <message>
        <source>Open a shop</source>
        <translation>开店</translation>
    </message>
    <message>
        <source>Opening a Kuaishou shop needs real-name verification</source>
        <translation>开通快手小店需要通过实名认证</translation>
    </message>
    <message>
        <source>Go and verify</source>
        <translation>去认证</translation>
    </message>
    <message>
        <source>Upload proof of identity</source>
        <translation>上传身份证明</translation>
    </message>
    <message>
        <source>Front of the ID card</source>
        <translation>身份证正面</translation>
    </message>
    <message>
        <source>Back of the ID card</source>
        <translation>身份证背面</translation>
    </message>
    <message>
        <source>You, holding the ID card</source>
        <translation>手持身份证</translation>
    </message>
    <message>
        <source>Kind of shop</source>
        <translation>开店类型</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应缴</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>小店</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>Close third-party promotion</source>
        <translation>关闭三方平台推广功能</translation>
    </message>
    <message>
        <source>Apply to close</source>
        <translation>申请关闭</translation>
    </message>
</context>
<context>
    <name>PhoneView</name>
    <message>
        <source>Look here</source>
        <translation>看这里</translation>
    </message>
    <message>
        <source>Tap here</source>
        <translation>点这里</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Drop it here or paste it</source>
        <translation>拖到这里，或粘贴</translation>
    </message>
    <message>
        <source>Choose the photo</source>
        <translation>选照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.heic *.heif)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.webp *.bmp *.heic *.heif)</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Choose a photo</source>
        <translation>选照片</translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>再选一次</translation>
    </message>
    <message>
        <source>The same picture as {side}</source>
        <translation>和{side}是同一张</translation>
    </message>
    <message>
        <source>Take one of each side</source>
        <translation>每一面拍一张</translation>
    </message>
    <message>
        <source>Same picture</source>
        <translation>同一张</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>换一张</translation>
    </message>
    <message>
        <source>Use a retake</source>
        <translation>重拍后换上</translation>
    </message>
</context>
<context>
    <name>PickingSheet</name>
    <message>
        <source>Picking list</source>
        <translation>拣货单</translation>
    </message>
    <message>
        <source>Nothing is to be picked: every order has its number</source>
        <translation>没有要拣的货：每单都有快递单号了</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders</source>
        <translation>
            <numerusform>%Ln 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to print</source>
        <translation>没有可打印的</translation>
    </message>
    <message>
        <source>Too long for paper: export it as a table</source>
        <translation>太长，打不下：导出成表格</translation>
    </message>
    <message>
        <source>Print the picking list</source>
        <translation>打印拣货单</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Click to choose, or drop or paste pictures here</source>
        <translation>点一下选图，也可以拖进来或粘贴</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp);;All files (*)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Where to keep the copied picture</source>
        <translation>复制的图存到哪里</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture could not be saved there. Choose another folder.</source>
        <translation>图存不到那里，换个文件夹。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not a picture that can be read: {names}</source>
        <translation>打不开，没加进来：{names}</translation>
    </message>
    <message numerus="yes">
        <source>%n files are not where they were. Add them again.</source>
        <translation>
            <numerusform>%n 个文件不在原来的地方了，重新加一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>换一张</translation>
    </message>
    <message>
        <source>Picture {n}: {reason}</source>
        <translation>第 {n} 张：{reason}</translation>
    </message>
</context>
<context>
    <name>PicturesSection</name>
    <message>
        <source>Detail text</source>
        <translation>详情文字</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>使用说明</translation>
    </message>
    <message>
        <source>Pictures and details</source>
        <translation>图片和详情</translation>
    </message>
</context>
<context>
    <name>PlanDetail</name>
    <message>
        <source>Keywords locked</source>
        <translation>关键词锁住了</translation>
    </message>
    <message numerus="yes">
        <source>Unlocked %n times</source>
        <translation>
            <numerusform>改过 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>No campaign of the reports is matched ›</source>
        <translation>还没对上报表里的计划 ›</translation>
    </message>
    <message>
        <source>In the reports: {names} ›</source>
        <translation>报表里：{names} ›</translation>
    </message>
    <message>
        <source>of {budget}</source>
        <translation>预算 {budget}</translation>
    </message>
    <message>
        <source>For: {goal}</source>
        <translation>为了：{goal}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Products: {names}</source>
        <translation>商品：{names}</translation>
    </message>
    <message>
        <source>I stop when: {words}</source>
        <translation>到这步就停：{words}</translation>
    </message>
    <message>
        <source>Learnt: {words}</source>
        <translation>学到：{words}</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>放进回收站</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改</translation>
    </message>
    <message>
        <source>Figures from the phone</source>
        <translation>记手机上的数</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>照着再来一次</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>现在开跑</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>跑完了</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Work that is promoted</source>
        <translation>推哪个作品</translation>
    </message>
    <message>
        <source>published on {day}</source>
        <translation>{day} 发布</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>没写</translation>
    </message>
    <message>
        <source>Changed while it ran</source>
        <translation>跑的时候改过</translation>
    </message>
    <message>
        <source>Read off the phone</source>
        <translation>手机上看到的</translation>
    </message>
</context>
<context>
    <name>PlanEditor</name>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>改计划</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>存好</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>办法</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As the report names it, then it finds it</source>
        <translation>跟报表里一样，数就自己对上</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>为了什么</translation>
    </message>
    <message>
        <source>Budget for all days</source>
        <translation>总预算</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>「粉条」, an agency…</source>
        <translation>如 粉条、磁力金牛</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Each day from</source>
        <translation>每天从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>What would make me stop</source>
        <translation>到什么程度就停</translation>
    </message>
    <message>
        <source>For example: ROI below 2, or ¥300 spent</source>
        <translation>例如：ROI 低于 2，或者花到 300</translation>
    </message>
    <message>
        <source>{amount} a day</source>
        <translation>每天 {amount}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Watched: Today says when it is crossed</source>
        <translation>会盯着：到了在「今日」提醒</translation>
    </message>
    <message>
        <source>Kept as a note; a figure would be watched: ROI &lt; 2</source>
        <translation>当备注留着；写个数就会盯着，如 ROI &lt; 2</translation>
    </message>
    <message>
        <source>Give it a name</source>
        <translation>起个名字</translation>
    </message>
    <message>
        <source>How much may it cost in all?</source>
        <translation>一共准备花多少？</translation>
    </message>
    <message>
        <source>Fill in the day</source>
        <translation>填上日期</translation>
    </message>
    <message>
        <source>Not before the first day</source>
        <translation>不能早于第一天</translation>
    </message>
    <message>
        <source>After the beginning, within a day</source>
        <translation>要晚于开始，一天之内</translation>
    </message>
    <message>
        <source>One short line is enough</source>
        <translation>一短句就够</translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>All plans</source>
        <translation>全部计划</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>花了</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>Sales, platform&apos;s</source>
        <translation>平台算的成交</translation>
    </message>
    <message>
        <source>Net, estimated</source>
        <translation>净得（估算）</translation>
    </message>
    <message>
        <source>The platform&apos;s sales less the refunds and costs that its products (else the shop) had on each yuan in its days, less what was spent</source>
        <translation>平台算的成交，照它的商品（没写商品就照全店）同期每块钱的退款和成本去扣，再扣花费</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Per order</source>
        <translation>每单</translation>
    </message>
</context>
<context>
    <name>PlanVerdictCard</name>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Usual in these hours</source>
        <translation>这些钟点平时</translation>
    </message>
    <message>
        <source>Usual for this money</source>
        <translation>平时花这些钱</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>这次</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>What the reports say of this plan&apos;s own campaigns.</source>
        <translation>报表里这个计划自己的数。</translation>
    </message>
    <message>
        <source>The whole shop&apos;s figures: no report says what this plan itself brought, so what others brought in these hours is in them.</source>
        <translation>这是全店的数：没有报表说这个计划自己带来多少，这几个小时别处带来的也算在里面。</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>Paid traffic</source>
        <translation>付费买量</translation>
    </message>
    <message>
        <source>Hot search</source>
        <translation>买热搜</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>刷礼物</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Launch of a new product</source>
        <translation>新品起量</translation>
    </message>
    <message>
        <source>New fans</source>
        <translation>涨粉</translation>
    </message>
    <message>
        <source>People in the live</source>
        <translation>直播间人气</translation>
    </message>
    <message>
        <source>Plays of a work</source>
        <translation>作品播放</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>还没跑</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在跑</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待复盘</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已复盘</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>为了什么</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>from what hour</source>
        <translation>每天从几点</translation>
    </message>
    <message>
        <source>to what hour</source>
        <translation>每天到几点</translation>
    </message>
    <message>
        <source>products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>stop line</source>
        <translation>什么时候停</translation>
    </message>
    <message>
        <source>campaigns in the reports</source>
        <translation>报表里的计划</translation>
    </message>
    <message>
        <source>work</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>day of the work</source>
        <translation>作品发布日期</translation>
    </message>
    <message>
        <source>what stands against the work</source>
        <translation>作品推不了的原因</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>what was done in the live</source>
        <translation>直播间做到了哪些</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>花了</translation>
    </message>
    <message>
        <source>Sales as the platform counts</source>
        <translation>平台算的成交</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>People who came</source>
        <translation>进来的人</translation>
    </message>
    <message>
        <source>Product clicks</source>
        <translation>点商品</translation>
    </message>
    <message>
        <source>Heat of the topic</source>
        <translation>话题热度</translation>
    </message>
    <message>
        <source>Interaction of the work</source>
        <translation>作品互动率</translation>
    </message>
    <message>
        <source>Usual interaction of your works</source>
        <translation>你作品平时的互动率</translation>
    </message>
    <message>
        <source>Rank of the room</source>
        <translation>直播间排名</translation>
    </message>
    <message>
        <source>Heat of the room</source>
        <translation>直播间热度</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>Per order</source>
        <translation>每单</translation>
    </message>
    <message>
        <source>Per fan</source>
        <translation>每粉丝</translation>
    </message>
    <message>
        <source>published over {n} days before</source>
        <translation>发布超过 {n} 天</translation>
    </message>
    <message>
        <source>not original</source>
        <translation>不是原创</translation>
    </message>
    <message>
        <source>another platform&apos;s watermark</source>
        <translation>有别家水印</translation>
    </message>
    <message>
        <source>something forbidden in it</source>
        <translation>有违规内容</translation>
    </message>
    <message>
        <source>visible to me alone</source>
        <translation>仅自己可见</translation>
    </message>
    <message>
        <source>boosted just now</source>
        <translation>正在上头条</translation>
    </message>
    <message>
        <source>refused before</source>
        <translation>被拒绝过</translation>
    </message>
    <message>
        <source>It is said to be refused: {names}. Try another work before you plan money.</source>
        <translation>可能推不了：{names}。先换个作品，再定预算。</translation>
    </message>
    <message>
        <source>Working together: who gives when is agreed</source>
        <translation>配合：谁什么时候刷，先说好</translation>
    </message>
    <message>
        <source>Mood: the host answers each gift and gets people talking</source>
        <translation>氛围：每份礼物都接住，带着大家说话</translation>
    </message>
    <message>
        <source>Showing: the goods are shown as soon as people come</source>
        <translation>展示：人一来就讲货</translation>
    </message>
    <message>
        <source>By your own line it is to stop: {what} {figure} now</source>
        <translation>{what}现在 {figure}，按你定的该停了</translation>
    </message>
    <message>
        <source>It is past {clock}: look up {what} on the phone and note it</source>
        <translation>{clock} 到了：看一眼手机上的{what}，记下来</translation>
    </message>
    <message>
        <source>{what} {figure} by {clock}: by your own line it is to stop</source>
        <translation>到 {clock} {what} {figure}，按你定的该停了</translation>
    </message>
    <message>
        <source>Only {figure} by {clock} ({what}): by your own line it is to stop</source>
        <translation>到 {clock} 只有 {figure}（{what}），按你定的该停了</translation>
    </message>
    <message>
        <source>as of {clock}</source>
        <translation>{clock} 的数</translation>
    </message>
    <message>
        <source>Too fast</source>
        <translation>太快</translation>
    </message>
    <message>
        <source>On pace</source>
        <translation>不快不慢</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>偏慢</translation>
    </message>
    <message>
        <source>Nobody has said yet what was spent. By now {due} would be on pace.</source>
        <translation>还没人填花了多少。到现在该花 {due}。</translation>
    </message>
    <message>
        <source>{spent} spent, {due} would be on pace by now, {budget} in all</source>
        <translation>花了 {spent}，到现在该花 {due}，一共 {budget}</translation>
    </message>
    <message>
        <source>At this pace it is gone by {moment}</source>
        <translation>照这样 {moment} 就花完</translation>
    </message>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{hour}:00 next day</source>
        <translation>次日 {hour}:00</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>合</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>搭一半</translation>
    </message>
    <message>
        <source>Does not</source>
        <translation>不搭</translation>
    </message>
    <message>
        <source>Looks off</source>
        <translation>疑似异常</translation>
    </message>
    <message>
        <source>It rose</source>
        <translation>涨了</translation>
    </message>
    <message>
        <source>Nothing rose</source>
        <translation>没涨</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>看不出来</translation>
    </message>
    <message>
        <source>Brought little</source>
        <translation>没带来多少</translation>
    </message>
    <message>
        <source>It brought what as much money usually brings, or more.</source>
        <translation>花同样的钱平时能带来的，它带来了，只多不少。</translation>
    </message>
    <message>
        <source>It brought less than as much money usually does. Look for the reason first.</source>
        <translation>比平时花同样的钱带来的少。先找原因，再花钱。</translation>
    </message>
    <message>
        <source>More came than in the same hours of the weeks before.</source>
        <translation>比前几周同样的钟点多。</translation>
    </message>
    <message>
        <source>No more than usual came. Look for the reason before more is spent.</source>
        <translation>跟平时一样，没多来人。先找原因，再花钱。</translation>
    </message>
    <message>
        <source>It takes hourly reports of these hours and of two weeks before.</source>
        <translation>要有这几个钟点和之前两周的分小时报表。</translation>
    </message>
    <message>
        <source>Brought people</source>
        <translation>带得来人</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>盯紧点</translation>
    </message>
    <message>
        <source>Better not</source>
        <translation>别再找</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>还看不出</translation>
    </message>
</context>
<context>
    <name>PlansRoom</name>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Make the first plan</source>
        <translation>建第一个计划</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>还没有计划</translation>
    </message>
    <message>
        <source>Write down what you buy, for how much and when you would stop. Then you see what it brought, and whether it was worth it.</source>
        <translation>记下买什么、花多少、到什么程度就停。花完能看到带来了什么，值不值。</translation>
    </message>
</context>
<context>
    <name>Platforms</name>
    <message>
        <source>Taobao</source>
        <translation>淘宝</translation>
    </message>
    <message>
        <source>Tmall</source>
        <translation>天猫</translation>
    </message>
    <message>
        <source>Xianyu</source>
        <translation>闲鱼</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Pinduoduo</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>Weidian</source>
        <translation>微店</translation>
    </message>
    <message>
        <source>Youzan</source>
        <translation>有赞</translation>
    </message>
    <message>
        <source>Suning</source>
        <translation>苏宁</translation>
    </message>
    <message>
        <source>Mogujie</source>
        <translation>蘑菇街</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖音</translation>
    </message>
    <message>
        <source>Kuaishou</source>
        <translation>快手</translation>
    </message>
    <message>
        <source>Dewu</source>
        <translation>得物</translation>
    </message>
    <message>
        <source>Vipshop</source>
        <translation>唯品会</translation>
    </message>
    <message>
        <source>Xiaohongshu</source>
        <translation>小红书</translation>
    </message>
    <message>
        <source>WeChat shop</source>
        <translation>微信小店</translation>
    </message>
    <message>
        <source>Kaola</source>
        <translation>考拉海购</translation>
    </message>
    <message>
        <source>Dangdang</source>
        <translation>当当</translation>
    </message>
    <message>
        <source>Xiaomi Youpin</source>
        <translation>小米有品</translation>
    </message>
    <message>
        <source>NetEase Yanxuan</source>
        <translation>网易严选</translation>
    </message>
    <message>
        <source>Amazon</source>
        <translation>亚马逊</translation>
    </message>
    <message>
        <source>Gome</source>
        <translation>国美</translation>
    </message>
    <message>
        <source>Yhd</source>
        <translation>1号店</translation>
    </message>
    <message>
        <source>Huawei Vmall</source>
        <translation>华为商城</translation>
    </message>
    <message>
        <source>Xiaomi shop</source>
        <translation>小米商城</translation>
    </message>
    <message>
        <source>Bilibili</source>
        <translation>哔哩哔哩</translation>
    </message>
    <message>
        <source>Zhuanzhuan</source>
        <translation>转转</translation>
    </message>
    <message>
        <source>Kongfz</source>
        <translation>孔夫子旧书网</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Freshippo</source>
        <translation>盒马</translation>
    </message>
    <message>
        <source>Sam&apos;s Club</source>
        <translation>山姆会员商店</translation>
    </message>
    <message>
        <source>Dmall</source>
        <translation>多点</translation>
    </message>
    <message>
        <source>Yunji</source>
        <translation>云集</translation>
    </message>
    <message>
        <source>Beidian</source>
        <translation>贝店</translation>
    </message>
    <message>
        <source>Jumei</source>
        <translation>聚美优品</translation>
    </message>
    <message>
        <source>Secoo</source>
        <translation>寺库</translation>
    </message>
    <message>
        <source>Weimob</source>
        <translation>微盟</translation>
    </message>
    <message>
        <source>WeChat mini program</source>
        <translation>微信小程序</translation>
    </message>
</context>
<context>
    <name>ProblemSheet</name>
    <message>
        <source>Choose another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Skip, on to the next file</source>
        <translation>跳过，看下一个文件</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>暂不导入</translation>
    </message>
</context>
<context>
    <name>ProductList</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>显示 {shown} 件，共 {total} 件</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>SKU code</source>
        <translation>SKU 编码</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Price ¥</source>
        <translation>价格 ¥</translation>
    </message>
    <message>
        <source>Crossed-out price</source>
        <translation>划线价</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>还够卖</translation>
    </message>
    <message>
        <source>Sample checked</source>
        <translation>样品已看</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Stays in the bin: the profit of its orders stands on its cost</source>
        <translation>留在回收站：它的订单算利润要用它的进价</translation>
    </message>
    <message numerus="yes">
        <source>In the bin, gone in %n days unless it has a cost</source>
        <translation>
            <numerusform>在回收站，没填成本的 %n 天后清除</numerusform>
        </translation>
    </message>
    <message>
        <source>The item&apos;s number is not known: open the link on the phone</source>
        <translation>还不知道商品号，要在手机上打开链接</translation>
    </message>
    <message>
        <source>Still missing: {gaps}</source>
        <translation>还缺 {gaps}</translation>
    </message>
    <message>
        <source>Stock 0, you took it off the shelf</source>
        <translation>库存 0，你标了下架</translation>
    </message>
    <message>
        <source>Stock 0, still listed</source>
        <translation>库存 0，还在架上</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>To open</source>
        <translation>待开链接</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>缺货</translation>
    </message>
</context>
<context>
    <name>ProductPick</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Type a word of the title</source>
        <translation>打标题里的一个词</translation>
    </message>
    <message>
        <source>Take out {title}</source>
        <translation>去掉 {title}</translation>
    </message>
</context>
<context>
    <name>ProductSheet</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Save product</source>
        <translation>存好商品</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>改商品</translation>
    </message>
    <message>
        <source>Link from another platform</source>
        <translation>其他平台商品</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新建商品</translation>
    </message>
    <message>
        <source>One of the figures cannot be read</source>
        <translation>有个数字看不懂，先改好</translation>
    </message>
    <message>
        <source>Give it a title first</source>
        <translation>先写个标题</translation>
    </message>
    <message>
        <source>Parts of the sheet</source>
        <translation>看哪一部分</translation>
    </message>
    <message>
        <source>Save as a draft</source>
        <translation>存成草稿</translation>
    </message>
    <message>
        <source>Taken up where you left off; none of this is saved yet.</source>
        <translation>接着上次写的，这些都还没存。</translation>
    </message>
    <message>
        <source>“{state}” has to wait for these:</source>
        <translation>还不能设成“{state}”，先把这些弄好：</translation>
    </message>
    <message>
        <source>This is not saved yet</source>
        <translation>还没存</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>What you typed would be lost.</source>
        <translation>不保存的话，写的内容会丢失。</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可上架</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>上架</translation>
    </message>
    <message>
        <source>Off shelf</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Own goods</source>
        <translation>自有商品</translation>
    </message>
    <message>
        <source>Link from another platform</source>
        <translation>其他平台商品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Price (¥)</source>
        <translation>价格(元)</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Selling point</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Link or share text</source>
        <translation>链接或口令</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>“{text}” is not an amount</source>
        <translation>“{text}”不是金额</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number</source>
        <translation>“{text}”不是整数</translation>
    </message>
    <message>
        <source>“{text}” is below zero</source>
        <translation>“{text}”小于 0</translation>
    </message>
    <message>
        <source>“{text}” is no state; write one of: {states}</source>
        <translation>“{text}”不是状态，写其中一个：{states}</translation>
    </message>
    <message>
        <source>“{text}” is too long</source>
        <translation>“{text}”太长</translation>
    </message>
    <message>
        <source>no title, and no product of the book fits</source>
        <translation>没有标题，也对不上已有的商品</translation>
    </message>
    <message>
        <source>several products of the book fit “{text}”</source>
        <translation>“{text}”对得上好几件商品</translation>
    </message>
    <message>
        <source>“{text}” stands in an earlier line already</source>
        <translation>前面的行已经有“{text}”</translation>
    </message>
    <message>
        <source>an earlier line of “{text}” says otherwise</source>
        <translation>“{text}”前面的行写得不一样</translation>
    </message>
    <message>
        <source>“{text}” has options, and the line does not say which</source>
        <translation>“{text}”有规格，这一行没写是哪个</translation>
    </message>
    <message>
        <source>“{text}” has another number of options</source>
        <translation>“{text}”的规格级数对不上</translation>
    </message>
    <message>
        <source>more cells than the header (“{text}”)</source>
        <translation>格子比表头多（“{text}”）</translation>
    </message>
    <message>
        <source>far fewer cells than the header (“{text}”): the line may be cut in two</source>
        <translation>格子比表头少很多（“{text}”），这一行可能被截成了两行</translation>
    </message>
    <message>
        <source>“{text}”: the workbook has no result there; let it calculate, and save it</source>
        <translation>“{text}”：表格里这一格没有算出结果，请在 Excel 或 WPS 里算好、保存后再导入</translation>
    </message>
    <message>
        <source>a line of totals, no product</source>
        <translation>合计行，不是商品</translation>
    </message>
    <message>
        <source>a note on the table, no product</source>
        <translation>表格的说明，不是商品</translation>
    </message>
    <message>
        <source>“{text}” lost its last digits in Excel; make the cell a text there</source>
        <translation>“{text}”在 Excel 里丢了后几位，把那一格设成文本再复制</translation>
    </message>
    <message>
        <source>Option 1 name</source>
        <translation>规格名1</translation>
    </message>
    <message>
        <source>Option 1</source>
        <translation>规格1</translation>
    </message>
    <message>
        <source>Option 2 name</source>
        <translation>规格名2</translation>
    </message>
    <message>
        <source>Option 2</source>
        <translation>规格2</translation>
    </message>
    <message>
        <source>Option 3 name</source>
        <translation>规格名3</translation>
    </message>
    <message>
        <source>Option 3</source>
        <translation>规格3</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Crossed-out price (¥)</source>
        <translation>划线价(元)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>短标题</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Crossed-out price</source>
        <translation>划线价</translation>
    </message>
    <message>
        <source>Low at</source>
        <translation>提醒线</translation>
    </message>
    <message>
        <source>SKU code</source>
        <translation>SKU 编码</translation>
    </message>
    <message>
        <source>Ships within</source>
        <translation>承诺发货</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Item ID</source>
        <translation>商品 ID</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>has no price yet; set one with =</source>
        <translation>还没有价格，可以用 = 定价</translation>
    </message>
    <message>
        <source>would cost {price}; the least is {least}</source>
        <translation>会变成 {price}，最低 {least}</translation>
    </message>
    <message>
        <source>would cost {price}; the most is {most}</source>
        <translation>会变成 {price}，最高 {most}</translation>
    </message>
    <message>
        <source>the crossed-out price {struck} is no longer above it</source>
        <translation>划线价 {struck} 不再高于售价</translation>
    </message>
    <message>
        <source>the crossed-out price {struck} is over {times} times the price</source>
        <translation>划线价 {struck} 超过售价的 {times} 倍</translation>
    </message>
    <message>
        <source>has no stock yet; set it with =</source>
        <translation>还没有库存数，可以用 = 填</translation>
    </message>
    <message>
        <source>stock would be {stock}</source>
        <translation>库存会变成 {stock}</translation>
    </message>
    <message>
        <source>stock would be {stock}; the most is {most}</source>
        <translation>库存会变成 {stock}，最多 {most}</translation>
    </message>
    <message>
        <source>goods of another platform, its stock is not here</source>
        <translation>别的平台的货，库存不在这里</translation>
    </message>
    <message>
        <source>is on presale, which ships by days</source>
        <translation>是预售，按天发货</translation>
    </message>
    <message>
        <source>still missing: {gaps}</source>
        <translation>还缺：{gaps}</translation>
    </message>
    <message>
        <source>kept as a draft, still missing: {gaps}</source>
        <translation>先存成草稿，还缺：{gaps}</translation>
    </message>
    <message>
        <source>kept as a draft, its check is open</source>
        <translation>检查没做完，先放在草稿</translation>
    </message>
    <message>
        <source>does not go from “{was}” to “{state}” in one step</source>
        <translation>不能从“{was}”直接变成“{state}”</translation>
    </message>
    <message>
        <source>not within the limits: {fields}</source>
        <translation>不合要求：{fields}</translation>
    </message>
    <message>
        <source>its check is open; answer it, or state a reason there</source>
        <translation>检查没做完，去检查里补上，或写明理由</translation>
    </message>
    <message>
        <source>price falls by more than half, {old} → {new}</source>
        <translation>降价超过一半，{old} → {new}</translation>
    </message>
    <message>
        <source>each of its {options} options</source>
        <translation>每个规格都改，共 {options} 个</translation>
    </message>
    <message>
        <source>Is “{text}” the new price or a step? Write ={text}, +{text} or -{text}</source>
        <translation>“{text}”是新价还是加减？写 ={text}、+{text} 或 -{text}</translation>
    </message>
    <message>
        <source>“{text}” cannot be read; write it like -5%, +3, =59.9 or ×0.9</source>
        <translation>“{text}”看不懂，照这样写：-5%、+3、=59.9、9折</translation>
    </message>
    <message>
        <source>“{text}” is a promotion, set it on the phone; here each price changes, like -10 or ×0.8</source>
        <translation>“{text}”是活动，请在手机上设置；这里改的是每件的价，照这样写：-10、8折</translation>
    </message>
    <message>
        <source>“{text}” is too big</source>
        <translation>“{text}”太大了</translation>
    </message>
    <message>
        <source>Is “{text}” the new stock or a step? Write ={text}, +{text} or -{text}</source>
        <translation>“{text}”是新库存还是加减？写 ={text}、+{text} 或 -{text}</translation>
    </message>
    <message>
        <source>“{text}” cannot be read; write it like =100, +20 or -5</source>
        <translation>“{text}”看不懂，照这样写：=100、+20、-5</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>Detail text</source>
        <translation>详情文字</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>使用说明</translation>
    </message>
    <message>
        <source>Combinations</source>
        <translation>规格组合</translation>
    </message>
    <message>
        <source>Main pictures</source>
        <translation>主图</translation>
    </message>
    <message>
        <source>Detail pictures</source>
        <translation>详情图</translation>
    </message>
    <message>
        <source>White-background picture</source>
        <translation>白底图</translation>
    </message>
    <message>
        <source>Transparent picture</source>
        <translation>透明图</translation>
    </message>
    <message>
        <source>Return rule</source>
        <translation>退货规则</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Not filled in yet</source>
        <translation>还没填</translation>
    </message>
    <message>
        <source>This combination stands here more than once</source>
        <translation>这个组合重复了</translation>
    </message>
    <message>
        <source>{seen} of {allowed} combinations are there</source>
        <translation>组合要配齐：有 {seen} 个，应该有 {allowed} 个</translation>
    </message>
    <message>
        <source>{rule}. Here: {seen}</source>
        <translation>{rule}，现在是 {seen}</translation>
    </message>
    <message>
        <source>Sold lately</source>
        <translation>近来卖出</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>还够卖几天</translation>
    </message>
    <message>
        <source>To restock</source>
        <translation>建议补</translation>
    </message>
    <message>
        <source>Check before listing…</source>
        <translation>上架前查一遍…</translation>
    </message>
    <message>
        <source>Correct the stock…</source>
        <translation>改库存…</translation>
    </message>
    <message>
        <source>Sold, but not there…</source>
        <translation>卖了没货…</translation>
    </message>
    <message>
        <source>None under “{chip}”; {n} under “All”</source>
        <translation>「{chip}」里没有；「全部」里有 {n} 件</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>Only in the bin: {n}</source>
        <translation>都在回收站里：{n} 件</translation>
    </message>
    <message>
        <source>Open the bin</source>
        <translation>打开回收站</translation>
    </message>
    <message>
        <source>Nothing in the bin; {n} outside of it</source>
        <translation>回收站里没有；外面有 {n} 件</translation>
    </message>
    <message>
        <source>No product has “{words}”</source>
        <translation>没有「{words}」这样的商品</translation>
    </message>
    <message>
        <source>Clear search and filter</source>
        <translation>清掉搜索和筛选</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>Paste link</source>
        <translation>粘贴链接</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新建商品</translation>
    </message>
    <message>
        <source>Your own goods and links from other platforms, ready to list</source>
        <translation>自己的货和别的平台的链接，准备好再上架</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>Write down what you sell yourself, or paste a link from another platform.</source>
        <translation>自己的货在这里记下来，别的平台的粘链接就行。</translation>
    </message>
    <message>
        <source>A copied share text can be pasted here with Ctrl+V as well.</source>
        <translation>复制了分享口令，在这里按 Ctrl+V 也行。</translation>
    </message>
    <message>
        <source>Products from a table…</source>
        <translation>导入商品表格…</translation>
    </message>
    <message>
        <source>Let go: the table is read as products</source>
        <translation>松手，就导入为商品，先预览</translation>
    </message>
    <message>
        <source>Save the empty table to fill in…</source>
        <translation>保存导入模板…</translation>
    </message>
    <message>
        <source>Edit as a table (Ctrl+E)</source>
        <translation>表格编辑（Ctrl+E）</translation>
    </message>
    <message>
        <source>Running order of a live</source>
        <translation>直播讲解顺序</translation>
    </message>
    <message>
        <source>Import a table of products ›</source>
        <translation>导入商品表格 ›</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The clipboard is empty; copy a link or share text first</source>
        <translation>剪贴板是空的，先复制链接或分享文字</translation>
    </message>
    <message>
        <source>Sold out and running low</source>
        <translation>缺货和快卖完</translation>
    </message>
</context>
<context>
    <name>Profit</name>
    <message>
        <source>sale</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品成本</translation>
    </message>
    <message>
        <source>Packaging and shipping</source>
        <translation>包装和运费</translation>
    </message>
    <message>
        <source>Return shipping</source>
        <translation>退货运费</translation>
    </message>
    <message>
        <source>Freight insurance</source>
        <translation>运费险</translation>
    </message>
    <message>
        <source>Platform&apos;s fee</source>
        <translation>平台扣点</translation>
    </message>
    <message>
        <source>Commissions</source>
        <translation>佣金</translation>
    </message>
    <message>
        <source>Compensations and deductions</source>
        <translation>赔付和扣款</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>先不算的订单</translation>
    </message>
    <message>
        <source>{n} orders, of {untold} a refund&apos;s amount is not told</source>
        <translation>{n} 单，其中 {untold} 单没说退了多少</translation>
    </message>
    <message>
        <source>{part} not split</source>
        <translation>{part} 不分商品</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>推广花费</translation>
    </message>
    <message>
        <source>Paid by buyers</source>
        <translation>买家付的</translation>
    </message>
    <message>
        <source>Fixed monthly costs</source>
        <translation>每月固定开支</translation>
    </message>
    <message>
        <source>Left after them</source>
        <translation>落下</translation>
    </message>
    <message>
        <source>all of it is settled</source>
        <translation>全部已结算</translation>
    </message>
    <message>
        <source>{share} of it is settled, the rest is estimated</source>
        <translation>{share} 已结算，其余是估算</translation>
    </message>
    <message>
        <source>Left after refunds {kept}: {share}</source>
        <translation>退款后留下 {kept}：{share}</translation>
    </message>
    <message>
        <source>Without a cost</source>
        <translation>没填成本的订单</translation>
    </message>
    <message>
        <source>less {worth} for returned goods</source>
        <translation>已减掉退货还值的 {worth}</translation>
    </message>
    <message>
        <source>{n} orders left out</source>
        <translation>{n} 单没填成本，先不算</translation>
    </message>
    <message>
        <source>{n} orders</source>
        <translation>{n} 单先不算</translation>
    </message>
    <message>
        <source>less {worth}</source>
        <translation>已减退货 {worth}</translation>
    </message>
    <message>
        <source>{part} of earlier months</source>
        <translation>其中 {part} 是以前月份的订单</translation>
    </message>
    <message>
        <source>{part} earlier</source>
        <translation>含以前的 {part}</translation>
    </message>
    <message>
        <source>not known yet: fill it in</source>
        <translation>还不知道，去填成本</translation>
    </message>
    <message>
        <source>Stays before promotion</source>
        <translation>花费前剩下</translation>
    </message>
    <message>
        <source>{part} of it not split by product</source>
        <translation>其中 {part} 不分商品</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Order or cost</source>
        <translation>订单或开支</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>成交日</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>剩下</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>left out: no cost</source>
        <translation>没算：没填成本</translation>
    </message>
    <message>
        <source>left out: refund not told</source>
        <translation>没算：没说退了多少</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净得</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>Reports name no campaign</source>
        <translation>报表没写是哪个计划</translation>
    </message>
    <message>
        <source>{paid} came in. What stays is not known until the costs are filled in</source>
        <translation>买家付了 {paid}。剩下多少，填上成本才知道</translation>
    </message>
    <message>
        <source>{paid} came in, {net} stays</source>
        <translation>买家付了 {paid}，净得 {net}</translation>
    </message>
    <message>
        <source>{first}; one product is sold at a loss</source>
        <translation>{first}；有 1 个商品卖亏了</translation>
    </message>
    <message>
        <source>{first}; {n} products are sold at a loss</source>
        <translation>{first}；有 {n} 个商品卖亏了</translation>
    </message>
    <message>
        <source>Refunds {fen}</source>
        <translation>退款 {fen}</translation>
    </message>
    <message>
        <source>Goods {fen}</source>
        <translation>货 {fen}</translation>
    </message>
    <message>
        <source>Shipping {fen}</source>
        <translation>运费 {fen}</translation>
    </message>
    <message>
        <source>Fees {fen}</source>
        <translation>扣点佣金罚款 {fen}</translation>
    </message>
    <message>
        <source>Promotion {fen}</source>
        <translation>推广 {fen}</translation>
    </message>
    <message>
        <source>Stays {fen}</source>
        <translation>剩下 {fen}</translation>
    </message>
    <message>
        <source>Upright line: paid {fen}</source>
        <translation>竖线：买家付 {fen}</translation>
    </message>
    <message>
        <source>1 order left out</source>
        <translation>1 单没填成本，先不算</translation>
    </message>
    <message>
        <source>1 order, a refund&apos;s amount is not told</source>
        <translation>1 单没说退了多少</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 单</translation>
    </message>
</context>
<context>
    <name>ProfitRoom</name>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Day of the sale</source>
        <translation>成交日</translation>
    </message>
    <message>
        <source>Day of the money</source>
        <translation>到账日</translation>
    </message>
    <message>
        <source>Orders count on</source>
        <translation>订单算在</translation>
    </message>
    <message>
        <source>Fill in costs</source>
        <translation>填成本</translation>
    </message>
    <message>
        <source>Profit in detail</source>
        <translation>利润明细</translation>
    </message>
    <message>
        <source>Export the detail</source>
        <translation>导出明细</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>利润</translation>
    </message>
    <message>
        <source>Bring the order file in under Today, and say what your goods cost. Then it shows here what really stays of each order.</source>
        <translation>在「今日」导入订单表，再填上商品进价，这里就能看到每一单真正剩下多少。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净得</translation>
    </message>
    <message>
        <source>{month}, day 1 to {last}</source>
        <translation>{month} 月 1 日到 {last} 日</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>还没有订单</translation>
    </message>
</context>
<context>
    <name>ProfitWork</name>
    <message>
        <source>Working the profit out</source>
        <translation>正在算利润</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停</translation>
    </message>
</context>
<context>
    <name>PromiseSheet</name>
    <message>
        <source>Promise the buyer something</source>
        <translation>答应买家一件事</translation>
    </message>
    <message>
        <source>It runs in working days, beside the platform&apos;s clock, which does not wait.</source>
        <translation>按工作日算，放假顺延；平台的时限照走，不等人。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>什么事</translation>
    </message>
    <message>
        <source>e.g. send the missing part</source>
        <translation>例如补寄少的那件</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>几天内</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>Promise it</source>
        <translation>答应</translation>
    </message>
    <message>
        <source>A whole number from 1 to {most}</source>
        <translation>填 1 到 {most} 的整数</translation>
    </message>
    <message>
        <source>by {day} ({weekday})</source>
        <translation>{day}（{weekday}）前</translation>
    </message>
    <message>
        <source>Say what you promise</source>
        <translation>写一下答应了什么</translation>
    </message>
</context>
<context>
    <name>PromisesSection</name>
    <message>
        <source>Not chosen</source>
        <translation>没选</translation>
    </message>
    <message>
        <source>Return rule</source>
        <translation>退货规则</translation>
    </message>
    <message>
        <source>Ships within</source>
        <translation>承诺发货</translation>
    </message>
    <message>
        <source>Presale: days until shipping</source>
        <translation>预售几天内发货</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Presale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>Service promises</source>
        <translation>服务承诺</translation>
    </message>
</context>
<context>
    <name>PromotionDesk</name>
    <message>
        <source>Fill in costs</source>
        <translation>填成本</translation>
    </message>
    <message>
        <source>Costs are noted; the profit is worked out anew</source>
        <translation>成本记好了，正在重新算利润</translation>
    </message>
    <message>
        <source>Change a plan</source>
        <translation>改计划</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>建计划</translation>
    </message>
    <message>
        <source>Begin a plan</source>
        <translation>计划开跑</translation>
    </message>
    <message>
        <source>End a plan</source>
        <translation>计划结束</translation>
    </message>
    <message>
        <source>Delete a plan</source>
        <translation>删除计划</translation>
    </message>
    <message>
        <source>The plan is in the bin</source>
        <translation>计划放进了回收站</translation>
    </message>
    <message>
        <source>Figures of a plan from the phone</source>
        <translation>记计划的数</translation>
    </message>
    <message>
        <source>Match a plan with the reports</source>
        <translation>对上报表里的计划</translation>
    </message>
    <message>
        <source>Change keywords</source>
        <translation>改关键词</translation>
    </message>
    <message>
        <source>Review a plan</source>
        <translation>复盘计划</translation>
    </message>
    <message>
        <source>Tick what was done</source>
        <translation>勾做到的事</translation>
    </message>
</context>
<context>
    <name>PromotionPage</name>
    <message>
        <source>‹ All plans</source>
        <translation>‹ 回到全部计划</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>看哪一部分</translation>
    </message>
    <message>
        <source>First what really stays, then whether the next yuan should go out</source>
        <translation>先看净得多少，再看下一块钱该不该花</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>页序(&amp;O)：</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>每张几页(&amp;P)：</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>哪些页(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>QrView</name>
    <message>
        <source>QR code of {address}</source>
        <translation>二维码：{address}</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Fine</source>
        <translation>没问题</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>还差</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>要改</translation>
    </message>
    <message>
        <source>Food business licence</source>
        <translation>食品经营许可证</translation>
    </message>
    <message>
        <source>Test report</source>
        <translation>质检报告</translation>
    </message>
    <message>
        <source>Cosmetics production licence</source>
        <translation>化妆品生产许可证</translation>
    </message>
    <message>
        <source>Brand authorisation</source>
        <translation>品牌授权书</translation>
    </message>
    <message>
        <source>Trademark certificate</source>
        <translation>商标注册证</translation>
    </message>
    <message>
        <source>Geographical indication</source>
        <translation>地理标志</translation>
    </message>
    <message>
        <source>3C certificate</source>
        <translation>3C 认证</translation>
    </message>
    <message>
        <source>No brand</source>
        <translation>没有品牌</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Somebody else&apos;s</source>
        <translation>别人的</translation>
    </message>
    <message>
        <source>Do you know by name who made it, or who sold it to you?</source>
        <translation>谁做的、从谁手里进的，叫得出名字吗？</translation>
    </message>
    <message>
        <source>Is there an invoice or delivery note, or is it home-grown?</source>
        <translation>有发票或送货单吗？自家产的也算有</translation>
    </message>
    <message>
        <source>Are the goods what title and pictures say?</source>
        <translation>实物和标题、图片一样吗？</translation>
    </message>
    <message>
        <source>Do title or pictures show a brand of somebody else?</source>
        <translation>标题或图片里有别人的牌子吗？</translation>
    </message>
    <message>
        <source>Far below the crossed-out price: is there an honest reason?</source>
        <translation>比划线价低很多，有说得过去的原因吗？</translation>
    </message>
    <message>
        <source>Nobody to hold to account if it is a fake. Find out first</source>
        <translation>万一是假货，找不到人负责。先问清楚</translation>
    </message>
    <message>
        <source>Without it you cannot prove where the goods are from. Ask for one</source>
        <translation>没有它，说不清货从哪来。找上家补一张</translation>
    </message>
    <message>
        <source>Change the title or the pictures to what you send</source>
        <translation>把标题或图片改成真正发的货</translation>
    </message>
    <message>
        <source>Take the brand out, or choose “Somebody else&apos;s” above and add its authorisation</source>
        <translation>去掉别人的牌子；有授权就在上面选「别人的」，加上授权书</translation>
    </message>
    <message>
        <source>Buyers and platform will take it for a fake. Correct one of the two prices</source>
        <translation>买家和平台会当成假货。两个价改一个</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>短标题</translation>
    </message>
    <message>
        <source>Selling point</source>
        <translation>卖点</translation>
    </message>
    <message>
        <source>Detail text</source>
        <translation>详情文字</translation>
    </message>
    <message>
        <source>The Advertising Law names this word</source>
        <translation>《广告法》点名不许用</translation>
    </message>
    <message>
        <source>May be taken for an absolute claim</source>
        <translation>容易被当成绝对化用语</translation>
    </message>
    <message>
        <source>Food does not claim to heal</source>
        <translation>食品不能说治病、保健</translation>
    </message>
    <message>
        <source>for this product</source>
        <translation>这件商品用</translation>
    </message>
    <message>
        <source>for all of “{category}”</source>
        <translation>“{category}”都能用</translation>
    </message>
    <message>
        <source>for all you sell</source>
        <translation>全店都能用</translation>
    </message>
    <message>
        <source>ended on {day}, 1 day ago</source>
        <translation>{day} 到期，过了 1 天</translation>
    </message>
    <message>
        <source>ended on {day}, {n} days ago</source>
        <translation>{day} 到期，过了 {n} 天</translation>
    </message>
    <message>
        <source>to {day}, 1 day left</source>
        <translation>到 {day}，还有 1 天</translation>
    </message>
    <message>
        <source>to {day}, {n} days left</source>
        <translation>到 {day}，还有 {n} 天</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>fill it in: the papers depend on it</source>
        <translation>先填类目，才知道要哪些资质</translation>
    </message>
    <message>
        <source>No papers are known for “{category}”</source>
        <translation>“{category}”要什么资质，这里不知道</translation>
    </message>
    <message>
        <source>Look in the rule centre on the phone whether it needs any</source>
        <translation>在手机的规则中心查一下</translation>
    </message>
    <message>
        <source>“{words}” in the {where}</source>
        <translation>{where}里的“{words}”</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>货源</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>goods as described</source>
        <translation>实物相符</translation>
    </message>
    <message>
        <source>somebody else&apos;s brand</source>
        <translation>别人的牌子</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样品</translation>
    </message>
</context>
<context>
    <name>QualityCard</name>
    <message>
        <source>Check before listing</source>
        <translation>上架前查一遍</translation>
    </message>
    <message>
        <source>Fakes and forbidden goods: limited trading or, at worst, closed for good.</source>
        <translation>卖假货、违规商品：限制交易，重的永久封店。</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Add a paper</source>
        <translation>加一张资质</translation>
    </message>
    <message>
        <source>Words that claim too much</source>
        <translation>夸大的用语</translation>
    </message>
    <message>
        <source>Brand and where the goods are from</source>
        <translation>品牌和货源</translation>
    </message>
    <message>
        <source>Whose brand is it?</source>
        <translation>谁的品牌？</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Sample: unpacked, looked at, tasted or tried</source>
        <translation>样品：拆开看过、尝过或用过</translation>
    </message>
    <message>
        <source>Looked at on</source>
        <translation>哪天看的</translation>
    </message>
    <message>
        <source>Photo note</source>
        <translation>照片备注</translation>
    </message>
    <message>
        <source>Where the photos are, what was seen</source>
        <translation>照片存在哪、看到了什么</translation>
    </message>
    <message>
        <source>Ready all the same, because</source>
        <translation>还没查完也要上架，原因</translation>
    </message>
    <message>
        <source>For instance: the report comes on Friday, listing is on Saturday</source>
        <translation>例如：质检报告周五拿到，周六才上架</translation>
    </message>
    <message>
        <source>None found in title, selling point and detail text</source>
        <translation>标题、卖点、详情里都没有</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>还没写字</translation>
    </message>
    <message>
        <source>All checked</source>
        <translation>都查过了</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 项没过</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing is open any more; the reason is kept.</source>
        <translation>都查过了，原因先留着。</translation>
    </message>
    <message>
        <source>Open: {names}. With your reason it may be ready.</source>
        <translation>没过：{names}。写了原因，可以设成可上架。</translation>
    </message>
    <message>
        <source>Open: {names}. Not ready until then, or until you say why.</source>
        <translation>没过：{names}。查完才能设成可上架，或者写明原因。</translation>
    </message>
    <message>
        <source>This day has not come yet</source>
        <translation>这天还没到</translation>
    </message>
    <message>
        <source>note a paper</source>
        <translation>记资质</translation>
    </message>
    <message>
        <source>take a paper away</source>
        <translation>去掉资质</translation>
    </message>
</context>
<context>
    <name>QualitySection</name>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
</context>
<context>
    <name>QualitySheet</name>
    <message>
        <source>Untitled</source>
        <translation>没写标题</translation>
    </message>
    <message>
        <source>Check before listing</source>
        <translation>上架前查一遍</translation>
    </message>
    <message>
        <source>Save the answers</source>
        <translation>存下来</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>check a product</source>
        <translation>查商品品质</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>存好了</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%n orders do not say until when</source>
        <translation>
            <numerusform>%n 单不知道几点前要发</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill in your hours ›</source>
        <translation>填上你的时限 ›</translation>
    </message>
    <message>
        <source>Your hours ›</source>
        <translation>发货时限 ›</translation>
    </message>
    <message numerus="yes">
        <source>%n must not be shipped yet</source>
        <translation>
            <numerusform>%n 单先别发</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>超时 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>that may cost {amount}, not confirmed</source>
        <translation>可能赔 {amount}（待核实）</translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent today</source>
        <translation>
            <numerusform>今天还有 %n 单要发</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuoteCard</name>
    <message>
        <source>By the rule book</source>
        <translation>按平台规则算</translation>
    </message>
    <message>
        <source>No kind of shop is chosen yet: this is the general minimum.</source>
        <translation>店铺类型还没选，先按通用的最低标准算。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not public, see the phone: {names}</source>
        <translation>没有公开，看手机：{names}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不知道</translation>
    </message>
    <message>
        <source>Sum by the rule book</source>
        <translation>平台规则合计</translation>
    </message>
</context>
<context>
    <name>RangeSheet</name>
    <message>
        <source>From which day to which</source>
        <translation>从哪天到哪天</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>看这几天</translation>
    </message>
    <message>
        <source>Fill in the day</source>
        <translation>填上日期</translation>
    </message>
    <message>
        <source>This day has not come yet</source>
        <translation>这一天还没到</translation>
    </message>
    <message>
        <source>This is before the first day</source>
        <translation>不能早于开始那天</translation>
    </message>
</context>
<context>
    <name>RankingCard</name>
    <message>
        <source>Why goods came back, 30 days</source>
        <translation>近 30 天为什么退</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Count by</source>
        <translation>按什么数</translation>
    </message>
    <message>
        <source>{count} of {all} “{reason}” are {product}</source>
        <translation>{all} 件{reason}里 {count} 件是{product}</translation>
    </message>
    <message>
        <source>without a reason: {n}</source>
        <translation>没写原因的 {n} 件</translation>
    </message>
</context>
<context>
    <name>ReadingsSheet</name>
    <message>
        <source>What the phone shows now</source>
        <translation>手机上现在的数</translation>
    </message>
    <message>
        <source>Totals since the plan began. What a report has is not needed here: the report counts.</source>
        <translation>填开跑以来的总数。报表里有的不用填，以报表为准。</translation>
    </message>
    <message>
        <source>What was spent is in</source>
        <translation>花了多少，单位</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>The report says {figure}</source>
        <translation>报表里是 {figure}</translation>
    </message>
    <message>
        <source>{figure} at {moment}</source>
        <translation>{moment} 是 {figure}</translation>
    </message>
    <message>
        <source>Not below 0</source>
        <translation>不能小于 0</translation>
    </message>
    <message>
        <source>Fill in at least one figure</source>
        <translation>至少填一个数</translation>
    </message>
</context>
<context>
    <name>RealnameView</name>
    <message>
        <source>Save a copy with a watermark ›</source>
        <translation>存一份带水印的副本 ›</translation>
    </message>
    <message>
        <source>Checked and forgotten: photos and number are not kept, only the verdicts and the day.</source>
        <translation>看完不留：照片和号码不存进账本，只记结论和日期。</translation>
    </message>
    <message>
        <source>All this is advice; the platform&apos;s own limits are not public.</source>
        <translation>以上是建议，平台自己的标准没有公开。</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>18 characters</source>
        <translation>共 18 位</translation>
    </message>
    <message>
        <source>Card valid until</source>
        <translation>证件有效期到</translation>
    </message>
    <message>
        <source>Long-term</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>Choose a photo first, then a copy can be saved</source>
        <translation>先选照片，才能存副本</translation>
    </message>
    <message>
        <source>{verdict}. {checked}</source>
        <translation>{verdict}。{checked}</translation>
    </message>
    <message>
        <source>Can be uploaded</source>
        <translation>可以上传</translation>
    </message>
    <message>
        <source>Replace it first</source>
        <translation>先换一张</translation>
    </message>
    <message>
        <source>Retake it first</source>
        <translation>先重拍</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Go on for now</source>
        <translation>先去下一步</translation>
    </message>
</context>
<context>
    <name>ReconcileSheet</name>
    <message>
        <source>Compare with the phone</source>
        <translation>和手机核对</translation>
    </message>
    <message>
        <source>Type the balance that the phone shows.</source>
        <translation>填手机上显示的余额。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Balance on the phone</source>
        <translation>手机上的余额</translation>
    </message>
    <message>
        <source>At the end of</source>
        <translation>哪天的余额</translation>
    </message>
    <message>
        <source>For example: a fee that the phone took</source>
        <translation>例如：手机上扣的手续费</translation>
    </message>
    <message>
        <source>Reason of the adjustment</source>
        <translation>调整的原因</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Last compared on {day}: it agreed.</source>
        <translation>上次 {day} 核对过，一分不差。</translation>
    </message>
    <message>
        <source>Last compared on {day}: {amount} was booked.</source>
        <translation>上次 {day} 核对过，调整了 {amount}。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>It agrees: {amount} on both sides.</source>
        <translation>一分不差：两边都是 {amount}。</translation>
    </message>
    <message>
        <source>Note that it agrees</source>
        <translation>记下已核对</translation>
    </message>
    <message>
        <source>The book says {balance}, the phone {shown}: {difference} less on the phone.</source>
        <translation>账本 {balance}，手机 {shown}：手机上少 {difference}。</translation>
    </message>
    <message>
        <source>The book says {balance}, the phone {shown}: {difference} more there.</source>
        <translation>账本 {balance}，手机 {shown}：手机上多 {difference}。</translation>
    </message>
    <message>
        <source>Book {amount}</source>
        <translation>记一笔 {amount}</translation>
    </message>
    <message>
        <source>What could explain it:</source>
        <translation>可能是这些：</translation>
    </message>
    <message>
        <source>Show it in the ledger</source>
        <translation>在账本里看</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Nothing imported yet; figures may have been typed in.</source>
        <translation>还没导入过报表，数据是手工记的</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>All ›</source>
        <translation>全部 ›</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Had already</source>
        <translation>已导入过</translation>
    </message>
    <message>
        <source>Unusable</source>
        <translation>不能用</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n imports</source>
        <translation>
            <numerusform>%n 次导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an import first</source>
        <translation>先选一次导入</translation>
    </message>
    <message>
        <source>It has been taken back already</source>
        <translation>这次已经撤销过了</translation>
    </message>
    <message>
        <source>Nothing of it is in the book</source>
        <translation>这次一行也没存进账本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Refund</name>
    <message>
        <source>You applied to close third-party promotion 「关闭三方平台推广功能」</source>
        <translation>已经申请「关闭三方平台推广功能」</translation>
    </message>
    <message>
        <source>The shop-exit rule 《快手平台小店商家退店规则》 is met</source>
        <translation>符合《快手平台小店商家退店规则》</translation>
    </message>
    <message>
        <source>The category with the high deposit is closed</source>
        <translation>高保证金类目已经关闭</translation>
    </message>
    <message>
        <source>Last calendar month nothing was sold in the category with the highest deposit</source>
        <translation>上个自然月，保证金最高的类目一件也没卖</translation>
    </message>
    <message>
        <source>met</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>later</source>
        <translation>要等</translation>
    </message>
    <message>
        <source>please say</source>
        <translation>要你说</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Deductions</source>
        <translation>先扣款</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>已到账</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起满足</translation>
    </message>
</context>
<context>
    <name>RefundSheet</name>
    <message>
        <source>Getting the promotion deposit back</source>
        <translation>退回推广保证金</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>记下来</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type the days off ›</source>
        <translation>填放假日 ›</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>It has been paid already ›</source>
        <translation>已经到账了 ›</translation>
    </message>
    <message>
        <source>Promotion is open again ›</source>
        <translation>推广又开通了 ›</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>从头看</translation>
    </message>
    <message>
        <source>{n} of {all}: tap 「{word}」</source>
        <translation>{n} / {all}：点「{word}」</translation>
    </message>
    <message>
        <source>Applied. What the phone shows next is not known here.</source>
        <translation>已申请。后面手机上会显示什么还不知道，以手机为准。</translation>
    </message>
    <message>
        <source>I have applied</source>
        <translation>我申请了</translation>
    </message>
    <message>
        <source>It is met</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>The account holds {balance}. What is to be deducted goes first, the rest comes back.</source>
        <translation>账户里有 {balance}。先扣该扣的，剩下的退回来。</translation>
    </message>
    <message>
        <source>Since when is promotion open again?</source>
        <translation>推广从哪天起又开通了？</translation>
    </message>
    <message>
        <source>From then on its deposit is required again.</source>
        <translation>从那天起又要交推广保证金。</translation>
    </message>
    <message>
        <source>The phone asks for</source>
        <translation>手机上要求</translation>
    </message>
    <message>
        <source>Have you asked for the money?</source>
        <translation>申请退回了吗？</translation>
    </message>
    <message>
        <source>Was something deducted first?</source>
        <translation>先扣了多少？</translation>
    </message>
    <message>
        <source>Is the money there?</source>
        <translation>钱到账了吗？</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>都办完了</translation>
    </message>
    <message>
        <source>Deducted, 0 for nothing</source>
        <translation>扣了多少，没扣填 0</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>到账金额</translation>
    </message>
    <message>
        <source>Both conditions come first</source>
        <translation>先满足两个条件</translation>
    </message>
    <message>
        <source>The account is frozen. Nothing can be asked for.</source>
        <translation>账户冻结了，现在不能申请。</translation>
    </message>
    <message>
        <source>When both conditions are met.</source>
        <translation>两个条件都满足以后。</translation>
    </message>
    <message>
        <source>It is said to be there by {day}; you are reminded then.</source>
        <translation>据说 {day} 前到账，到时提醒你。</translation>
    </message>
    <message>
        <source>{amount} came back on {day}, {kept} were deducted.</source>
        <translation>{day} 退回 {amount}，扣了 {kept}。</translation>
    </message>
</context>
<context>
    <name>RemarksPart</name>
    <message>
        <source>What stands out</source>
        <translation>看出什么</translation>
    </message>
    <message>
        <source>Nothing stands out: about as usual, or too little is known.</source>
        <translation>没有特别的：和平时差不多，或者知道的数还太少。</translation>
    </message>
</context>
<context>
    <name>RepeatsCard</name>
    <message>
        <source>Buyers who came back</source>
        <translation>回头客</translation>
    </message>
    <message>
        <source>Buyers by the month of their first purchase</source>
        <translation>按第一次买的月份看买家</translation>
    </message>
    <message>
        <source>First means the first purchase that this book holds. The last figure of a row is of the running month.</source>
        <translation>第一次，指这本账里的第一次。每行最后一个数是这个月的，还没过完。</translation>
    </message>
    <message>
        <source>First bought</source>
        <translation>第一次买</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家</translation>
    </message>
    <message numerus="yes">
        <source>%n buyers</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Month +{n}</source>
        <translation>{n} 个月后</translation>
    </message>
    <message>
        <source>No order yet. Import orders, and this shows who comes back.</source>
        <translation>还没有订单。导入订单，就能看到谁又来买了。</translation>
    </message>
    <message>
        <source>No order tells whose it is. Orders exported with the platform&apos;s number of the buyer, or an unmasked telephone and address, do; only a keyed hash of it is kept.</source>
        <translation>订单里看不出是谁买的。导出的订单带有平台的买家编号，或者没打码的电话和地址，才认得出；账里只留加密后的记号。</translation>
    </message>
    <message>
        <source>{again} of {buyers} buyers bought on more than one day: {share}</source>
        <translation>{buyers} 个买家里有 {again} 个回来再买过：{share}</translation>
    </message>
    <message>
        <source>{days} days from one purchase to the next (median of {n})</source>
        <translation>一般隔 {days} 天再买（看了 {n} 次）</translation>
    </message>
    <message>
        <source>For {n} of {all} orders the buyer is not known; they are left out</source>
        <translation>{all} 单里有 {n} 单不知道是谁买的，没算进来</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>The book {name} is damaged.</source>
        <translation>账本 {name} 坏了。</translation>
    </message>
    <message>
        <source>In the place of the book {name} lies another file, which is no book.</source>
        <translation>账本 {name} 的位置上是别的文件，不是账本。</translation>
    </message>
    <message>
        <source>The book {name} is not in {folder} any more, or it is empty.</source>
        <translation>{folder} 里没有账本 {name} 了，或者它是空的。</translation>
    </message>
    <message>
        <source>This shop cannot be opened</source>
        <translation>这家店打不开</translation>
    </message>
    <message>
        <source>There is no good backup. If you have a copy elsewhere (a USB stick, another computer), put it into {folder} as {name} and open ksdesk again.</source>
        <translation>没有完好的备份。别处（U 盘、另一台电脑）要是有一份，放进 {folder}，名字用 {name}，再打开 ksdesk。</translation>
    </message>
    <message>
        <source>Use this backup</source>
        <translation>用这份备份</translation>
    </message>
    <message>
        <source>Begin with an empty shop</source>
        <translation>从空店铺开始</translation>
    </message>
    <message>
        <source>The newest good backup is of {when} and holds {rows} rows.</source>
        <translation>最近一份完好的备份是 {when} 的，里面有 {rows} 条。</translation>
    </message>
    <message>
        <source>What was written after it would be missing. What is left of the old file is kept among the backups.</source>
        <translation>那之后记的就没有了。坏文件里剩下的，会留在备份文件夹里。</translation>
    </message>
    <message>
        <source>The damaged book still shows 1 row more.</source>
        <translation>坏了的账本里还能读出比它多 1 条。</translation>
    </message>
    <message>
        <source>The damaged book still shows {n} rows more.</source>
        <translation>坏了的账本里还能读出比它多 {n} 条。</translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message>
        <source>Go back to {when}?</source>
        <translation>恢复到 {when}？</translation>
    </message>
    <message>
        <source>Both are empty</source>
        <translation>两边都是空的</translation>
    </message>
    <message>
        <source>First the book as it is now is backed up; going back to that undoes this.</source>
        <translation>恢复前先把现在的账本备份一份；恢复到那一份，就等于撤销。</translation>
    </message>
    <message>
        <source>What you have not saved in a page is dropped.</source>
        <translation>页面里没存的内容会丢。</translation>
    </message>
    <message>
        <source>Go back to this copy</source>
        <translation>恢复到这一份</translation>
    </message>
    <message>
        <source>It holds the same as the book does now.</source>
        <translation>和现在的账本一样。</translation>
    </message>
    <message>
        <source>{lost} rows would go, {gained} come back, {changed} be as they were.</source>
        <translation>会少 {lost} 条，多 {gained} 条，{changed} 条变回原样。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>会少</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>会多</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>会变</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>恢复后</translation>
    </message>
    <message>
        <source>Newest now</source>
        <translation>现在最新</translation>
    </message>
    <message>
        <source>Newest then</source>
        <translation>恢复后最新</translation>
    </message>
</context>
<context>
    <name>ReverseSheet</name>
    <message>
        <source>Reverse entry {n}</source>
        <translation>冲销第 {n} 笔</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>For example: recorded twice</source>
        <translation>例如：重复记了</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>冲销日期</translation>
    </message>
    <message>
        <source>A new entry of {amount} is written; both stay in sight.</source>
        <translation>会新记一笔 {amount}，两笔都看得见。</translation>
    </message>
    <message>
        <source>Reverse it</source>
        <translation>冲销</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>What you saw yourself</source>
        <translation>自己看出的</translation>
    </message>
    <message>
        <source>Who asked what, where they left, what sold by itself</source>
        <translation>谁问了什么，什么时候走的人，哪样不讲也有人买</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Its figures…</source>
        <translation>改这场的数…</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>放进回收站</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>Note a live or a video</source>
        <translation>记一场直播或视频</translation>
    </message>
    <message>
        <source>What to do next time</source>
        <translation>下一场要做的</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>自己看出的</translation>
    </message>
    <message>
        <source>Tick off what was to do</source>
        <translation>勾掉要做的事</translation>
    </message>
    <message>
        <source>{title} is looked back at</source>
        <translation>{title}复盘写好了</translation>
    </message>
    <message>
        <source>Look back at a live or a video</source>
        <translation>写好复盘</translation>
    </message>
    <message>
        <source>{title} is in the bin for 30 days</source>
        <translation>{title}放进回收站，留 30 天</translation>
    </message>
    <message>
        <source>Delete a review</source>
        <translation>删除一场</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>ReviewPicture</name>
    <message>
        <source>Seen by ourselves</source>
        <translation>自己看出的</translation>
    </message>
    <message>
        <source>Three things for next time</source>
        <translation>下一场做三件事</translation>
    </message>
</context>
<context>
    <name>ReviewRemarks</name>
    <message>
        <source>{yuan} more in sales{by}.</source>
        <translation>成交多了 {yuan}{by}。</translation>
    </message>
    <message>
        <source>{yuan} less in sales{by}.</source>
        <translation>成交少了 {yuan}{by}。</translation>
    </message>
    <message>
        <source>People stayed {seconds} s longer.</source>
        <translation>停留多了 {seconds} 秒。</translation>
    </message>
    <message>
        <source>People stayed {seconds} s less.</source>
        <translation>停留少了 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{n} more new fans{lost}.</source>
        <translation>新粉丝多 {n} 个{lost}。</translation>
    </message>
    <message>
        <source>{n} fewer new fans{lost}.</source>
        <translation>新粉丝少 {n} 个{lost}。</translation>
    </message>
    <message>
        <source>From “{of}” to “{step}” only {share} went on; usually {usual}.</source>
        <translation>从“{of}”到“{step}”只有 {share}，平时 {usual}。</translation>
    </message>
    <message>
        <source>{share} of the sales was refunded; usually {usual}.</source>
        <translation>退款占成交 {share}，平时 {usual}。</translation>
    </message>
    <message>
        <source>{n} of the {told} products shown sold nothing: {name}{more}.</source>
        <translation>讲了 {told} 样，{n} 样没卖出：{name}{more}。</translation>
    </message>
    <message>
        <source>{name} brought {share} of the sales, {orders} orders.</source>
        <translation>{name}卖得最好，占成交 {share}，{orders} 单。</translation>
    </message>
    <message>
        <source>It lost {yuan} after goods, shipping and spend.</source>
        <translation>扣掉货、运费和花费，这场亏 {yuan}。</translation>
    </message>
    <message>
        <source>, mostly because more people watched</source>
        <translation>，主要是看的人多了</translation>
    </message>
    <message>
        <source>, mostly because fewer people watched</source>
        <translation>，主要是看的人少了</translation>
    </message>
    <message>
        <source>, mostly because more of the viewers bought</source>
        <translation>，主要是看的人里买的多了</translation>
    </message>
    <message>
        <source>, mostly because fewer of the viewers bought</source>
        <translation>，主要是看的人里买的少了</translation>
    </message>
    <message>
        <source>, mostly because an order came to more</source>
        <translation>，主要是一单买得多了</translation>
    </message>
    <message>
        <source>, mostly because an order came to less</source>
        <translation>，主要是一单买得少了</translation>
    </message>
    <message>
        <source>, {n} left</source>
        <translation>，{n} 人取关</translation>
    </message>
    <message>
        <source> and others</source>
        <translation>等</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>What came of it</source>
        <translation>这次怎么样</translation>
    </message>
    <message>
        <source>Planned {budget}, spent {spent}.</source>
        <translation>预算 {budget}，花了 {spent}。</translation>
    </message>
    <message>
        <source>Your stop line: {words}</source>
        <translation>你定的，到这步就停：{words}</translation>
    </message>
    <message>
        <source>What you learnt</source>
        <translation>这次学到了什么</translation>
    </message>
    <message>
        <source>For example: the second day brought half of the first</source>
        <translation>例如：第二天只有头一天的一半</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>写好了</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再写</translation>
    </message>
    <message>
        <source>One sentence is enough</source>
        <translation>写一句就够</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>太长了</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>Lasted</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Viewers</source>
        <translation>观看</translation>
    </message>
    <message>
        <source>Most at once</source>
        <translation>最高在线</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>New fans</source>
        <translation>新增粉丝</translation>
    </message>
    <message>
        <source>Fans lost</source>
        <translation>掉粉</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>曝光</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>Stayed 10 s</source>
        <translation>停留 10 秒</translation>
    </message>
    <message>
        <source>Product clicks</source>
        <translation>商品点击</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>night</source>
        <translation>夜场</translation>
    </message>
    <message>
        <source>morning</source>
        <translation>早场</translation>
    </message>
    <message>
        <source>noon</source>
        <translation>午场</translation>
    </message>
    <message>
        <source>evening</source>
        <translation>晚场</translation>
    </message>
    <message>
        <source>video</source>
        <translation>短视频</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{rest} min</source>
        <translation>{rest} 分</translation>
    </message>
    <message>
        <source>{hours} h {rest:02d} min</source>
        <translation>{hours} 小时 {rest:02d} 分</translation>
    </message>
    <message>
        <source>1 product shown</source>
        <translation>讲了 1 件</translation>
    </message>
    <message>
        <source>spent about {yuan}, by the reports of its hours</source>
        <translation>花费约 {yuan}（按这几个小时的报表）</translation>
    </message>
    <message>
        <source>Sales, from orders</source>
        <translation>成交（按订单）</translation>
    </message>
    <message>
        <source>Net of it, estimated</source>
        <translation>这场净得（估算）</translation>
    </message>
    <message>
        <source>without {n} orders of {paid}</source>
        <translation>{n} 单没填成本 {paid}</translation>
    </message>
    <message>
        <source>before spend</source>
        <translation>没算花费</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Last {kind} {day}</source>
        <translation>上次{kind} {day}</translation>
    </message>
    <message>
        <source>{n} products shown</source>
        <translation>讲了 {n} 件</translation>
    </message>
    <message>
        <source>spent {yuan}</source>
        <translation>花费 {yuan}</translation>
    </message>
    <message>
        <source>without 1 order of {paid}</source>
        <translation>1 单没填成本 {paid}</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message>
        <source>Save as a picture for WeChat</source>
        <translation>存成图片发微信</translation>
    </message>
    <message>
        <source>Review done</source>
        <translation>写好了</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>Five minutes after each live: three things for the next one</source>
        <translation>每场播完看五分钟，定三件下场要做的事</translation>
    </message>
    <message>
        <source>Lives and videos</source>
        <translation>直播和视频</translation>
    </message>
    <message>
        <source>Fans</source>
        <translation>粉丝</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>看哪一部分</translation>
    </message>
    <message>
        <source>Written once more</source>
        <translation>重新写好</translation>
    </message>
    <message>
        <source>Note a live or a video</source>
        <translation>记一场直播或视频</translation>
    </message>
    <message>
        <source>Nothing to look back at yet</source>
        <translation>还没有可以复盘的</translation>
    </message>
    <message>
        <source>Note what the phone says after a live or a video, or drop the report of your lives or works on the window. Then you see each beside the ones before.</source>
        <translation>播完或发完视频，把手机上的数记下来，或者把直播数据、作品数据的表格拖进窗口，就能和前几场比，定下一场要做的事。</translation>
    </message>
</context>
<context>
    <name>RowsSheet</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>剩下</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Order or cost</source>
        <translation>订单或开支</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>买家付的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reports name no campaign</source>
        <translation>报表没写是哪个计划</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>own cost</source>
        <translation>固定开支</translation>
    </message>
    <message>
        <source>{n} orders, together {sum}</source>
        <translation>{n} 单，合计 {sum}</translation>
    </message>
    <message>
        <source>1 order, together {sum}</source>
        <translation>1 单，合计 {sum}</translation>
    </message>
    <message>
        <source>1 row, of which it is not known</source>
        <translation>1 笔，还不知道是多少</translation>
    </message>
    <message>
        <source>{n} rows, together {sum}; of {unknown} of them it is not known</source>
        <translation>{n} 笔，合计 {sum}；其中 {unknown} 笔还不知道</translation>
    </message>
    <message>
        <source>{n} rows, together {sum}</source>
        <translation>{n} 笔，合计 {sum}</translation>
    </message>
    <message>
        <source>1 row, together {sum}</source>
        <translation>1 笔，合计 {sum}</translation>
    </message>
</context>
<context>
    <name>RuleCentre</name>
    <message>
        <source>The platform&apos;s rule centre (规则中心)</source>
        <translation>规则中心</translation>
    </message>
    <message>
        <source>Scan it with the phone: categories, brands and deposits are looked up there. ksdesk itself never goes online.</source>
        <translation>用手机扫：类目、品牌、保证金都在那里查。这个软件自己不上网。</translation>
    </message>
    <message>
        <source>I have looked it up</source>
        <translation>我查过了</translation>
    </message>
</context>
<context>
    <name>RuleFacts</name>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>你的备注</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>前后的变化</translation>
    </message>
</context>
<context>
    <name>RuleLink</name>
    <message>
        <source>Entered by you ›</source>
        <translation>你填的 ›</translation>
    </message>
    <message>
        <source>Rule ›</source>
        <translation>规则 ›</translation>
    </message>
    <message>
        <source>Rule since {day} ›</source>
        <translation>规则 {day} 起 ›</translation>
    </message>
</context>
<context>
    <name>RuleSheet</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open in the rule book ›</source>
        <translation>在平台规则里看 ›</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which rules</source>
        <translation>看哪类规则</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Rules in force on</source>
        <translation>哪天生效的规则</translation>
    </message>
    <message>
        <source>In force on</source>
        <translation>看哪天的</translation>
    </message>
    <message>
        <source>Rule book</source>
        <translation>平台规则</translation>
    </message>
    <message>
        <source>Clear search and filter</source>
        <translation>清掉搜索和筛选</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>My own figure…</source>
        <translation>改成我的数值…</translation>
    </message>
    <message>
        <source>{shown} of {total} in force on {day}</source>
        <translation>{day}生效的 {total} 条，显示 {shown} 条</translation>
    </message>
    <message>
        <source>None in this topic; {n} in the others</source>
        <translation>这一类里没有；其他类里有 {n} 条</translation>
    </message>
    <message>
        <source>No rule has “{words}”</source>
        <translation>没有「{words}」这样的规则</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>From the book</source>
        <translation>书上说的</translation>
    </message>
    <message>
        <source>Source verified</source>
        <translation>出处已核实</translation>
    </message>
    <message>
        <source>Source to verify</source>
        <translation>出处待核实</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常识</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>你填的</translation>
    </message>
    <message>
        <source>The platform&apos;s own text, or two sources that agree.</source>
        <translation>平台原文这么写，或者两处说法一致。</translation>
    </message>
    <message>
        <source>One source only. Hold it against your phone.</source>
        <translation>只有一处这么说，跟手机对一下。</translation>
    </message>
    <message>
        <source>Only the book of 2021 says so. It may have changed.</source>
        <translation>只有 2021 年的书这么写，可能变了。</translation>
    </message>
    <message>
        <source>Common sense or this app&apos;s advice, no rule.</source>
        <translation>常识，或者这个软件的建议，不是规则。</translation>
    </message>
    <message>
        <source>You entered it; it counts before the rule book.</source>
        <translation>你自己填的，优先按它算。</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>{n} items</source>
        <translation>{n} 项</translation>
    </message>
    <message>
        <source>{n} working days</source>
        <translation>{n} 个工作日</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} 个字符</translation>
    </message>
    <message>
        <source>{n} pixels</source>
        <translation>{n} 像素</translation>
    </message>
    <message>
        <source>{n} character</source>
        <translation>{n} 个字符</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 到 {last}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>到 {day}</translation>
    </message>
    <message>
        <source>no date known</source>
        <translation>没写日期</translation>
    </message>
    <message>
        <source>The app does not know the days off of {year} yet: it may move by some days. Once they are announced, type them under Handbook › Rule book.</source>
        <translation>软件里还没有 {year} 年的放假调休，可能差几天。公布后可以在「手册 › 平台规则」里填上。</translation>
    </message>
</context>
<context>
    <name>RulesSheet</name>
    <message>
        <source>Which rule says so</source>
        <translation>依据哪条规则</translation>
    </message>
    <message>
        <source>What is off is reckoned from your own past; the rules say what it is a sign of. None of them proves anything.</source>
        <translation>是否异常，是和你自己以前的数据比；规则说的是这像什么情况。哪一条都不是证据。</translation>
    </message>
    <message>
        <source>In the rule book ›</source>
        <translation>在平台规则里看 ›</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RunningList</name>
    <message>
        <source>Order of the live</source>
        <translation>直播讲解顺序</translation>
    </message>
</context>
<context>
    <name>RunningOrderSheet</name>
    <message>
        <source>Running order of a live</source>
        <translation>直播讲解顺序</translation>
    </message>
    <message>
        <source>Pick products at the left, drag them into order at the right.</source>
        <translation>左边挑商品，右边拖着排顺序。</translation>
    </message>
    <message>
        <source>Which running order</source>
        <translation>哪一张顺序表</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Day of the live</source>
        <translation>哪天播</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>新建一张</translation>
    </message>
    <message>
        <source>Delete this one</source>
        <translation>删掉这张</translation>
    </message>
    <message>
        <source>Kept orders</source>
        <translation>存着的顺序表</translation>
    </message>
    <message>
        <source>Title, code or pinyin</source>
        <translation>名称、编码、拼音</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>搜商品</translation>
    </message>
    <message>
        <source>Products to pick from</source>
        <translation>可以挑的商品</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>加进来</translation>
    </message>
    <message>
        <source>Enter takes it</source>
        <translation>按回车加进来</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>What to say: try it first, 50 left …</source>
        <translation>提示词：先试吃、只剩 50 件……</translation>
    </message>
    <message>
        <source>Cue for the streamer</source>
        <translation>给主播的提示词</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>往上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>往下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Take out (Delete)</source>
        <translation>移除（Delete）</translation>
    </message>
    <message>
        <source>Show in big type</source>
        <translation>大字给主播看</translation>
    </message>
    <message>
        <source>Print one page</source>
        <translation>打印一页</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Live on {day}</source>
        <translation>{day} 直播</translation>
    </message>
    <message>
        <source>(not kept yet)</source>
        <translation>（未保存）</translation>
    </message>
    <message>
        <source>{name} was deleted</source>
        <translation>“{name}”删掉了</translation>
    </message>
    <message>
        <source>delete a running order</source>
        <translation>删讲解顺序</translation>
    </message>
    <message>
        <source>change a running order</source>
        <translation>改讲解顺序</translation>
    </message>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n 件商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Price ¥</source>
        <translation>价格 ¥</translation>
    </message>
    <message>
        <source>Was ¥</source>
        <translation>划线价 ¥</translation>
    </message>
    <message>
        <source>ksdesk, {moment}</source>
        <translation>ksdesk，{moment}</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>{name} was saved</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>SaidCard</name>
    <message>
        <source>What was said</source>
        <translation>说过的话</translation>
    </message>
    <message>
        <source>Take the last back</source>
        <translation>撤回最后一句</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>谁说的</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>简单记一句</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>You can write to the buyer</source>
        <translation>下一句可以这样说</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Nothing noted yet</source>
        <translation>还没记</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>SalesSheet</name>
    <message>
        <source>Sales by month</source>
        <translation>每月销售</translation>
    </message>
    <message>
        <source>The platform looks at last calendar month. This month&apos;s make the forecast.</source>
        <translation>平台看上个自然月；这个月的用来预计。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>卖了</translation>
    </message>
    <message>
        <source>Counted up to</source>
        <translation>算到哪天</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Only in a category</source>
        <translation>只算一个类目</translation>
    </message>
    <message>
        <source>empty: in all</source>
        <translation>不填就是全部</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>typed by you</source>
        <translation>你填的</translation>
    </message>
    <message>
        <source>Not a day of this month</source>
        <translation>不在这个月里</translation>
    </message>
</context>
<context>
    <name>SampleGrid</name>
    <message>
        <source>50 new fans</source>
        <translation>50 个新粉丝</translation>
    </message>
    <message>
        <source>typing</source>
        <translation>填写</translation>
    </message>
</context>
<context>
    <name>SampleSheet</name>
    <message>
        <source>Look at 50 new fans</source>
        <translation>抽 50 个新粉丝看看</translation>
    </message>
    <message>
        <source>Open the list of new fans on the phone and go down from the newest. One line a fan; leave empty what is hidden.</source>
        <translation>在手机上打开新粉丝的名单，从最新的往下看，一人一行；看不到的空着。</translation>
    </message>
    <message>
        <source>For the alarm of {when}: {what}</source>
        <translation>为了 {when} 的{what}</translation>
    </message>
    <message>
        <source>Enter or Tab moves on, a 0 by itself. Picture: 1 yes, 0 no. A block copied in Excel is pasted with Ctrl+V.</source>
        <translation>回车或 Tab 到下一格，填 0 自动跳。头像：1 有，0 没有。Excel 里复制的一块可以 Ctrl+V 贴进来。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>记好了</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>清空</translation>
    </message>
    <message numerus="yes">
        <source>%n fan(s) noted</source>
        <translation>
            <numerusform>记了 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>sample of new fans</source>
        <translation>新粉丝抽样</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Too few yet</source>
        <translation>还太少</translation>
    </message>
    <message>
        <source>Looks off</source>
        <translation>疑似异常</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>拿不准</translation>
    </message>
    <message>
        <source>As real fans are</source>
        <translation>像真粉</translation>
    </message>
    <message>
        <source>{fakes} of {n} look made up. Note {least} at least to tell.</source>
        <translation>{n} 个里 {fakes} 个像假粉。至少记 {least} 个才看得出来。</translation>
    </message>
    <message>
        <source>{fakes} of {n} look made up: {share}, with a 95% interval of {low}–{high}</source>
        <translation>{n} 个里 {fakes} 个像假粉：{share}，大概在 {low}–{high} 之间</translation>
    </message>
</context>
<context>
    <name>SamplesSheet</name>
    <message>
        <source>Earlier samples</source>
        <translation>以前的抽样</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Fans</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Look made up</source>
        <translation>像假粉</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>大概范围</translation>
    </message>
    <message>
        <source>57% of bought and 4% of real new fans had no works in published research.</source>
        <translation>公开的研究里，买来的新粉 57% 没有作品，真粉只有 4%。</translation>
    </message>
    <message>
        <source>That was on other platforms; take it as a hint.</source>
        <translation>那是别的平台的数据，仅供参考。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Into the bin</source>
        <translation>放进回收站</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Deposit ledger</source>
        <translation>保证金流水</translation>
    </message>
    <message>
        <source>Promotion plans</source>
        <translation>推广计划</translation>
    </message>
    <message>
        <source>Running orders</source>
        <translation>讲解顺序</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Search everything ({keys})</source>
        <translation>搜索全部（{keys}）</translation>
    </message>
</context>
<context>
    <name>SeriesSheet</name>
    <message>
        <source>Export all of it, or mark rows and press Ctrl+C to take them into a sheet.</source>
        <translation>可整表导出，也可选中几行按 Ctrl+C 复制到表格。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>No figures in these days.</source>
        <translation>这几天没有数据。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>Data and backups</source>
        <translation>数据和备份</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>看哪一部分</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>How ksdesk looks, and where your data is</source>
        <translation>语言、外观，还有数据存在哪里</translation>
    </message>
    <message>
        <source>The setting is as it was. {why}</source>
        <translation>设置没存上，还是原来的。{why}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>接着填</translation>
    </message>
    <message>
        <source>What you typed is not kept anywhere yet.</source>
        <translation>填的内容还没有保存。</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>figures noted by hand</source>
        <translation>手工记的数据</translation>
    </message>
    <message>
        <source>note on the curve</source>
        <translation>曲线上的记事</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>记好了</translation>
    </message>
</context>
<context>
    <name>ShippingDesk</name>
    <message>
        <source>Hours of shipping</source>
        <translation>改发货时限</translation>
    </message>
    <message numerus="yes">
        <source>Checks of %n orders are noted</source>
        <translation>
            <numerusform>%n 单的检查记下了</numerusform>
        </translation>
    </message>
    <message>
        <source>Check before shipping</source>
        <translation>发货前检查</translation>
    </message>
    <message>
        <source>Every order that may be shipped has its number</source>
        <translation>能发的单都有快递单号了</translation>
    </message>
    <message numerus="yes">
        <source>%n tracking numbers are noted</source>
        <translation>
            <numerusform>%n 个快递单号记下了</numerusform>
        </translation>
    </message>
    <message>
        <source>Tracking numbers</source>
        <translation>填快递单号</translation>
    </message>
    <message>
        <source>No tracking number waits to be sent to the platform</source>
        <translation>没有要传给平台的快递单号</translation>
    </message>
    <message>
        <source>Save the table for batch shipping</source>
        <translation>存批量发货表</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message numerus="yes">
        <source>%n orders are in the table. Its shape is not confirmed: compare it with the template of the platform before you upload it.</source>
        <translation>
            <numerusform>表里有 %n 单。表的格式待核实：上传前和平台的模板对一下。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n rows name no courier: fill it in there.</source>
        <translation>
            <numerusform>有 %n 行没写快递公司，先在表里补上。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tracking numbers to upload</source>
        <translation>待上传的快递单号</translation>
    </message>
    <message>
        <source>Save the shipping list</source>
        <translation>存发货表</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>待发货</translation>
    </message>
    <message numerus="yes">
        <source>%n orders are in the list. Once couriers and numbers are filled in, bring it back under Tracking numbers, From a table.</source>
        <translation>
            <numerusform>表里有 %n 单。填好快递公司和单号后，在「填快递单号」里点「从表格里取…」带回来。</numerusform>
        </translation>
    </message>
    <message>
        <source>Announced delay</source>
        <translation>记报备</translation>
    </message>
    <message numerus="yes">
        <source>The tracking numbers of %n orders are taken off: {orders}</source>
        <translation>
            <numerusform>%n 单的快递单号去掉了：{orders}</numerusform>
        </translation>
    </message>
    <message>
        <source>Take numbers back</source>
        <translation>去掉快递单号</translation>
    </message>
</context>
<context>
    <name>ShopButton</name>
    <message>
        <source>Shop: {name}</source>
        <translation>店铺：{name}</translation>
    </message>
</context>
<context>
    <name>ShopCells</name>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Shipping to {names}, each parcel ¥</source>
        <translation>寄到{names}，每个包裹 ¥</translation>
    </message>
    <message>
        <source>Only monthly costs and provinces are named by you</source>
        <translation>只有每月开支和省份由你起名</translation>
    </message>
    <message>
        <source>shipping to dearer provinces (新疆、西藏)</source>
        <translation>运费贵的省份，如 新疆、西藏</translation>
    </message>
    <message>
        <source>rent, wages, tools … a month</source>
        <translation>房租、工资、工具……按月</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>A monthly cost needs a name</source>
        <translation>每月开支要有个名字</translation>
    </message>
    <message>
        <source>“{text}” cannot be</source>
        <translation>“{text}”不对：金额不小于 0，比例在 0–100</translation>
    </message>
    <message>
        <source>A cost is changed, not emptied: 0 is free</source>
        <translation>填过的不能清空，可以改；不花钱就填 0</translation>
    </message>
    <message>
        <source>“{text}” is no amount</source>
        <translation>“{text}”不是金额</translation>
    </message>
    <message>
        <source>“{text}” is no day</source>
        <translation>“{text}”不是日期</translation>
    </message>
    <message>
        <source>“{text}” is no province</source>
        <translation>“{text}”不是省份</translation>
    </message>
    <message>
        <source>What does a parcel to {names} cost?</source>
        <translation>寄到{names}一个包裹多少钱？</translation>
    </message>
    <message>
        <source>Which provinces does this cost hold for?</source>
        <translation>这个运费是寄到哪些省份的？</translation>
    </message>
    <message>
        <source>accept a share</source>
        <translation>采用一个比例</translation>
    </message>
</context>
<context>
    <name>ShopGrid</name>
    <message>
        <source>Parcels and fixed costs</source>
        <translation>包裹和固定开支</translation>
    </message>
</context>
<context>
    <name>ShopTypeView</name>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>18 characters</source>
        <translation>18 位</translation>
    </message>
    <message>
        <source>Go on for now</source>
        <translation>先去下一步</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>ShopTypes</name>
    <message>
        <source>Personal shop</source>
        <translation>个人店</translation>
    </message>
    <message>
        <source>Sole trader</source>
        <translation>个体工商户</translation>
    </message>
    <message>
        <source>Company shop</source>
        <translation>普通企业店</translation>
    </message>
    <message>
        <source>Multi-brand shop</source>
        <translation>专营店</translation>
    </message>
    <message>
        <source>Brand shop</source>
        <translation>专卖店</translation>
    </message>
    <message>
        <source>Flagship shop</source>
        <translation>旗舰店</translation>
    </message>
    <message>
        <source>Mall flagship</source>
        <translation>卖场型旗舰店</translation>
    </message>
    <message>
        <source>Anyone with an ID card</source>
        <translation>有身份证就能开</translation>
    </message>
    <message>
        <source>A registered sole trader</source>
        <translation>办了个体户执照的</translation>
    </message>
    <message>
        <source>A company, without brand papers</source>
        <translation>公司，没有品牌授权也行</translation>
    </message>
    <message>
        <source>A company with one brand, its own or authorised</source>
        <translation>公司，一个品牌，自有或授权</translation>
    </message>
    <message>
        <source>The brand&apos;s owner, or its exclusive licensee</source>
        <translation>品牌方，或拿到独占授权</translation>
    </message>
    <message>
        <source>A company, two brands or more of a category</source>
        <translation>公司，同一类目两个以上品牌</translation>
    </message>
    <message>
        <source>A class 35 trademark, two brands or more</source>
        <translation>有 35 类商标，两个以上品牌</translation>
    </message>
    <message>
        <source>ID card, front</source>
        <translation>身份证正面</translation>
    </message>
    <message>
        <source>ID card, back</source>
        <translation>身份证背面</translation>
    </message>
    <message>
        <source>You, holding the ID card</source>
        <translation>手持身份证照片</translation>
    </message>
    <message>
        <source>Business licence</source>
        <translation>营业执照</translation>
    </message>
    <message>
        <source>The operator&apos;s ID card</source>
        <translation>经营者身份证</translation>
    </message>
    <message>
        <source>The legal representative&apos;s ID card</source>
        <translation>法人身份证</translation>
    </message>
    <message>
        <source>Company bank account</source>
        <translation>对公账户</translation>
    </message>
    <message>
        <source>Complete proof of the supply chain</source>
        <translation>完整供应链凭证</translation>
    </message>
    <message>
        <source>Trademark certificate</source>
        <translation>商标注册证</translation>
    </message>
    <message>
        <source>Authorisations, every link from the owner down to you</source>
        <translation>授权书，从品牌方到你，一级不缺</translation>
    </message>
    <message>
        <source>Exclusive authorisation</source>
        <translation>独占授权书</translation>
    </message>
    <message>
        <source>Class 35 service trademark</source>
        <translation>35 类商标</translation>
    </message>
    <message>
        <source>for a brand of your own</source>
        <translation>自有品牌要</translation>
    </message>
    <message>
        <source>for somebody else&apos;s brand</source>
        <translation>别人的品牌要</translation>
    </message>
    <message>
        <source>My own brand</source>
        <translation>自有品牌</translation>
    </message>
    <message>
        <source>Authorised</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Exclusively authorised</source>
        <translation>独占授权</translation>
    </message>
</context>
<context>
    <name>Shops</name>
    <message>
        <source>The book is not there; is its disk plugged in?</source>
        <translation>账本不在，那个盘插上了吗？</translation>
    </message>
    <message>
        <source>Open it once: it is from before an update</source>
        <translation>先打开一次：这本账还是更新前的</translation>
    </message>
    <message>
        <source>A newer ksdesk wrote this book</source>
        <translation>这本账是更新的 ksdesk 写的</translation>
    </message>
    <message>
        <source>Another program holds the book right now</source>
        <translation>账本正被别的程序占着</translation>
    </message>
    <message>
        <source>The book is damaged; open it to go back to a backup</source>
        <translation>账本坏了，打开它可以恢复备份</translation>
    </message>
    <message>
        <source>The book cannot be read right now</source>
        <translation>账本现在读不了</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>在数…</translation>
    </message>
    <message>
        <source>No orders imported yet</source>
        <translation>还没导入订单</translation>
    </message>
    <message>
        <source>until {at}</source>
        <translation>数到 {at}</translation>
    </message>
    <message>
        <source>{until}, nothing imported today</source>
        <translation>{until}，今天没导入</translation>
    </message>
    <message>
        <source>{until}, not worked out: open it once</source>
        <translation>{until}，还没算好，打开一次就有</translation>
    </message>
    <message>
        <source>late {n}</source>
        <translation>超时 {n}</translation>
    </message>
    <message>
        <source>today {n}</source>
        <translation>今天 {n}</translation>
    </message>
    <message>
        <source>later {n}</source>
        <translation>以后 {n}</translation>
    </message>
</context>
<context>
    <name>ShopsCard</name>
    <message>
        <source>Shops</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>New shop</source>
        <translation>新建店铺</translation>
    </message>
    <message>
        <source>Each shop has a book and backups of its own; nothing is shared.</source>
        <translation>每个店铺有自己的账本和备份，互不相干。</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
    </message>
    <message>
        <source>open</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>读不了</translation>
    </message>
    <message>
        <source>Open ›</source>
        <translation>打开 ›</translation>
    </message>
    <message>
        <source>Move {name} to the bin</source>
        <translation>把 {name} 放进回收站</translation>
    </message>
    <message>
        <source>{name}, in the bin since {day}</source>
        <translation>{name}，{day} 放进回收站</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Move {name} to the bin?</source>
        <translation>把 {name} 放进回收站？</translation>
    </message>
    <message>
        <source>Its book and backups go to the bin as they are and can be brought back here.</source>
        <translation>账本和备份原样放进回收站，随时能在这里拿回来。</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>放进回收站</translation>
    </message>
</context>
<context>
    <name>ShopsSheet</name>
    <message>
        <source>All shops together</source>
        <translation>几家店一起看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新数</translation>
    </message>
    <message>
        <source>1 book on this computer; nothing is changed here</source>
        <translation>这台电脑上的 1 本账，这里只看不改</translation>
    </message>
    <message>
        <source>{n} books on this computer; nothing is changed here</source>
        <translation>这台电脑上的 {n} 本账，这里只看不改</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Sold today ¥</source>
        <translation>今天卖 ¥</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>Clocks running</source>
        <translation>在走的时限</translation>
    </message>
    <message>
        <source>Is the deposit enough</source>
        <translation>保证金够不够</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>就是这家</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>of {n} shops that can be read</source>
        <translation>看得到的 {n} 家</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{n} not enough</source>
        <translation>{n} 家不够</translation>
    </message>
    <message>
        <source>Late or due today: {n}</source>
        <translation>超时和今天到点的 {n} 件</translation>
    </message>
    <message>
        <source>all shops, by time left</source>
        <translation>几家店放一起，按剩余时间排</translation>
    </message>
</context>
<context>
    <name>ShownSheet</name>
    <message>
        <source>What the phone shows as due</source>
        <translation>手机显示的应缴</translation>
    </message>
    <message>
        <source>It counts from the day on which you read it, before the rule book.</source>
        <translation>从你看到的那天起以它为准，优先于平台规则。</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>看到的日期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应缴</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Due, as the phone shows it</source>
        <translation>手机上的应缴</translation>
    </message>
    <message>
        <source>To be topped up by, if it says so</source>
        <translation>补缴期限（有就填）</translation>
    </message>
    <message>
        <source>which notice</source>
        <translation>哪条通知</translation>
    </message>
</context>
<context>
    <name>SkuCells</name>
    <message>
        <source>Price ¥</source>
        <translation>价格 ¥</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>SKU code</source>
        <translation>SKU 编码</translation>
    </message>
    <message>
        <source>The options are changed above the table</source>
        <translation>规格在表格上面改</translation>
    </message>
</context>
<context>
    <name>SkuTable</name>
    <message>
        <source>Combinations</source>
        <translation>规格组合</translation>
    </message>
</context>
<context>
    <name>SoldPart</name>
    <message>
        <source>Shown and sold</source>
        <translation>讲了什么，卖了什么</translation>
    </message>
    <message>
        <source>no running order of that day</source>
        <translation>那天没有讲解顺序</translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more products</source>
        <translation>
            <numerusform>还有 %n 样</numerusform>
        </translation>
    </message>
    <message>
        <source>+ sold without being in the running order</source>
        <translation>+ 讲解顺序里没有，也卖了</translation>
    </message>
    <message numerus="yes">
        <source>The book has only %n orders of it: import the rest</source>
        <translation>
            <numerusform>账本里这个时段只有 %n 单，导入全部订单再看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>Too little history</source>
        <translation>数据还太少</translation>
    </message>
    <message>
        <source>Hours that look off are found in hourly reports; there are none yet.</source>
        <translation>要有按小时的报表才看得出哪一阵不对，现在还没有。</translation>
    </message>
    <message>
        <source>Choose “Hour” as the time when you export a report.</source>
        <translation>导出报表时，时间选「小时」。</translation>
    </message>
    <message numerus="yes">
        <source>%n more day(s) of hourly figures are needed before a verdict can be given.</source>
        <translation>
            <numerusform>还差 %n 天的小时数据，才能判断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing looks off: what should follow the views did.</source>
        <translation>没看出异常：该跟着观看来的都来了。</translation>
    </message>
    <message>
        <source>Nothing new looks off.</source>
        <translation>没有新的异常。</translation>
    </message>
    <message>
        <source>Nothing off</source>
        <translation>没看出异常</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Your note: how it is on your phone</source>
        <translation>你记的：你手机上是这样</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>Stock</name>
    <message>
        <source>Counted anew</source>
        <translation>重新点过</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>坏了</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>退回来的</translation>
    </message>
    <message>
        <source>New goods came</source>
        <translation>到货了</translation>
    </message>
    <message>
        <source>Sold elsewhere</source>
        <translation>别处卖了</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>别的原因</translation>
    </message>
    <message>
        <source>Changed with others</source>
        <translation>批量改的</translation>
    </message>
    <message>
        <source>Tell the buyer</source>
        <translation>告诉买家</translation>
    </message>
    <message>
        <source>By message, before they ask</source>
        <translation>先发消息，别等人来催</translation>
    </message>
    <message>
        <source>Ask whether they will wait</source>
        <translation>问买家愿不愿意等</translation>
    </message>
    <message>
        <source>Nothing goes out without their yes</source>
        <translation>买家同意了才调货</translation>
    </message>
    <message>
        <source>Get it from elsewhere</source>
        <translation>从别处调货</translation>
    </message>
    <message>
        <source>From whom, at what price, by when</source>
        <translation>来源、成本、几号到</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>No flaw, nothing missing, well packed</source>
        <translation>没瑕疵、不少件、包好</translation>
    </message>
    <message>
        <source>Ship it</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Upload the tracking number in time</source>
        <translation>单号按时传上去</translation>
    </message>
    <message>
        <source>Agree: refund or exchange</source>
        <translation>商量退款还是换货</translation>
    </message>
    <message>
        <source>The buyer chooses</source>
        <translation>听买家的</translation>
    </message>
    <message>
        <source>Give the money back</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Agree to the refund on the phone</source>
        <translation>在手机上同意退款</translation>
    </message>
    <message>
        <source>Send the other goods</source>
        <translation>发换的货</translation>
    </message>
    <message>
        <source>As agreed with the buyer</source>
        <translation>按和买家说好的</translation>
    </message>
    <message>
        <source>Write down how it ended</source>
        <translation>记下结果</translation>
    </message>
    <message>
        <source>I have told them</source>
        <translation>已经告诉买家</translation>
    </message>
    <message>
        <source>told</source>
        <translation>已发消息</translation>
    </message>
    <message>
        <source>They will wait</source>
        <translation>买家愿意等</translation>
    </message>
    <message>
        <source>they will wait</source>
        <translation>买家愿意等</translation>
    </message>
    <message>
        <source>They won&apos;t wait</source>
        <translation>买家不等</translation>
    </message>
    <message>
        <source>they won&apos;t wait</source>
        <translation>买家不等</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>货到了</translation>
    </message>
    <message>
        <source>got it</source>
        <translation>货到了</translation>
    </message>
    <message>
        <source>There is none anywhere</source>
        <translation>哪儿都没货</translation>
    </message>
    <message>
        <source>none anywhere</source>
        <translation>哪儿都没货</translation>
    </message>
    <message>
        <source>Checked, all fine</source>
        <translation>查过，没问题</translation>
    </message>
    <message>
        <source>all fine</source>
        <translation>查过，没问题</translation>
    </message>
    <message>
        <source>It is no good</source>
        <translation>货不行</translation>
    </message>
    <message>
        <source>it was no good</source>
        <translation>货不行</translation>
    </message>
    <message>
        <source>They want a refund</source>
        <translation>买家要退款</translation>
    </message>
    <message>
        <source>refund agreed</source>
        <translation>说好退款</translation>
    </message>
    <message>
        <source>They take something else</source>
        <translation>买家换别的</translation>
    </message>
    <message>
        <source>exchange agreed</source>
        <translation>说好换货</translation>
    </message>
    <message>
        <source>Shipped, case closed</source>
        <translation>发出去了，结束</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Refunded, case closed</source>
        <translation>退完了，结束</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Sent, case closed</source>
        <translation>换货发了，结束</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>已换货</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>从哪儿调</translation>
    </message>
    <message>
        <source>Can go out on</source>
        <translation>几号能发</translation>
    </message>
    <message>
        <source>What instead</source>
        <translation>换成什么</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>Order without a number</source>
        <translation>没记单号的订单</translation>
    </message>
    <message>
        <source>Order …{tail}</source>
        <translation>尾号 {tail}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 天</translation>
    </message>
</context>
<context>
    <name>StockCaseSheet</name>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Copy it from the order</source>
        <translation>从订单里复制</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>几件</translation>
    </message>
    <message>
        <source>pcs</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>The order ›</source>
        <translation>看这一单 ›</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>You can write to the buyer</source>
        <translation>可以这样跟买家说</translation>
    </message>
    <message>
        <source>Closed on {moment}.</source>
        <translation>{moment} 结束。</translation>
    </message>
    <message>
        <source>Sold, but not there</source>
        <translation>卖了没货</translation>
    </message>
    <message>
        <source>{title}: tell the buyer first, the rest goes step by step.</source>
        <translation>{title}：先告诉买家，后面一步一步来。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始处理</translation>
    </message>
    <message>
        <source>None to be had, or they won&apos;t wait: refund or exchange</source>
        <translation>没货或不等：退款或换货</translation>
    </message>
    <message>
        <source>Agree on it, write down the outcome</source>
        <translation>和买家谈好，记下结果</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Still missing: {names}</source>
        <translation>还差：{names}</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>Opened by mistake</source>
        <translation>开错了</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>At least 1</source>
        <translation>至少 1 件</translation>
    </message>
    <message>
        <source>begin an out-of-stock case</source>
        <translation>开始处理缺货</translation>
    </message>
    <message>
        <source>close an out-of-stock case</source>
        <translation>结束缺货处理</translation>
    </message>
    <message>
        <source>a step of an out-of-stock case</source>
        <translation>缺货处理走一步</translation>
    </message>
    <message>
        <source>from {source}</source>
        <translation>从{source}调</translation>
    </message>
    <message>
        <source>goes out on {day}</source>
        <translation>{day} 能发</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>这单缺货处理完了</translation>
    </message>
    <message>
        <source>take a step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>take a case away</source>
        <translation>去掉缺货处理</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>去掉了</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>StockSheet</name>
    <message>
        <source>Sold out and running low</source>
        <translation>缺货和快卖完</translation>
    </message>
    <message>
        <source>Sold, but not there</source>
        <translation>卖了没货</translation>
    </message>
    <message>
        <source>Running low</source>
        <translation>快卖完</translation>
    </message>
    <message>
        <source>Nothing is running low</source>
        <translation>没有快卖完的</translation>
    </message>
    <message>
        <source>Correct the stock</source>
        <translation>改库存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Sold lately</source>
        <translation>近来卖出</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>还够卖</translation>
    </message>
    <message>
        <source>Low at</source>
        <translation>提醒线</translation>
    </message>
    <message>
        <source>Restock</source>
        <translation>建议补</translation>
    </message>
    <message>
        <source>{gone} sold out, {low} running low, of {goods} products of your own</source>
        <translation>自己的 {goods} 件商品里，缺货 {gone} 件，快卖完 {low} 件</translation>
    </message>
    <message>
        <source>Sold: the orders of the last {days} days. Restock: enough for {cover} more days.</source>
        <translation>近来卖出：最近 {days} 天的订单。建议补：补到够卖 {cover} 天。</translation>
    </message>
    <message>
        <source>No orders yet: import them, and it says how long stock lasts.</source>
        <translation>还没有订单：导入订单，就能算还够卖几天。</translation>
    </message>
    <message>
        <source>{order}: {step}</source>
        <translation>{order}：{step}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>接着处理</translation>
    </message>
    <message numerus="yes">
        <source>%n more after these</source>
        <translation>
            <numerusform>后面还有 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a product above</source>
        <translation>先在上面选一件商品</translation>
    </message>
</context>
<context>
    <name>StopSheet</name>
    <message>
        <source>Stop the plan</source>
        <translation>先把计划停了</translation>
    </message>
    <message>
        <source>the plan “{name}”</source>
        <translation>计划「{name}」</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>那个计划</translation>
    </message>
    <message>
        <source>Open where it was bought: 「粉条」, 「磁力金牛」, or the agency&apos;s back end.</source>
        <translation>打开买它的地方：粉条、磁力金牛，或者代理的后台。</translation>
    </message>
    <message>
        <source>Find {plan} and pause it; don&apos;t delete it, its figures are your evidence.</source>
        <translation>找到{plan}，暂停；别删，它的数字是凭据。</translation>
    </message>
    <message>
        <source>Take a screenshot of its figures by hour before you talk to anybody.</source>
        <translation>先把它按小时的数字截个图，再去找人。</translation>
    </message>
    <message>
        <source>Note here what came of it: mark the alarm as handled and write it down.</source>
        <translation>回来记一笔：点已处理，结果写一句。</translation>
    </message>
    <message>
        <source>Whether an order that has begun can be stopped, your phone shows.</source>
        <translation>已经开始的订单能不能停，看手机上怎么写。</translation>
    </message>
    <message>
        <source>How the money comes back is asked where it was paid.</source>
        <translation>钱怎么退，在哪儿付的就在哪儿问。</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>示例店铺</translation>
    </message>
</context>
<context>
    <name>SubShopSheet</name>
    <message>
        <source>Sub-shops</source>
        <translation>子店铺</translation>
    </message>
    <message>
        <source>Below the line the platform may take receivables of a sub-shop to fill it.</source>
        <translation>低于要求线时，平台可以从子店铺的货款里划钱补足。</translation>
    </message>
    <message>
        <source>Sub-shop</source>
        <translation>子店铺</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>货款</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>划到</translation>
    </message>
    <message>
        <source>Taken by the platform</source>
        <translation>被划走</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Book the transfer</source>
        <translation>记下划转</translation>
    </message>
    <message>
        <source>Was something taken from it? One step books both sides.</source>
        <translation>被划走了？一步记好两边。</translation>
    </message>
    <message>
        <source>Fill in the name</source>
        <translation>填上名称</translation>
    </message>
    <message>
        <source>There are only {amount}</source>
        <translation>只有 {amount}</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n more figures ›</source>
        <translation>
            <numerusform>还有 %n 项 ›</numerusform>
        </translation>
    </message>
    <message>
        <source>{days}: no figures yet.</source>
        <translation>{days}还没有数据。</translation>
    </message>
    <message>
        <source>{days}: {figures}.</source>
        <translation>{days}：{figures}。</translation>
    </message>
    <message>
        <source>{days}: {spend} spent.</source>
        <translation>{days}花了 {spend}。</translation>
    </message>
    <message>
        <source>{days}: {spend} spent; {figures}.</source>
        <translation>{days}花了 {spend}：{figures}。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}到{last}</translation>
    </message>
    <message>
        <source>What you typed for {days} belongs to no campaign and is not in this choice; take it back above to see it.</source>
        <translation>{days}手工记的数不属于哪个计划，不在这个选择里；在上面取消选择就看得到。</translation>
    </message>
    <message>
        <source>For {days} you typed whole days: by the hour the curve shows what reports say; your figures stand in the view by day.</source>
        <translation>{days}手工记的是全天的数：按小时画的是报表里的，你记的在按天的曲线上。</translation>
    </message>
    <message>
        <source>Against the time before</source>
        <translation>和上一段同样长的时间比</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>These days</source>
        <translation>这几天</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一段</translation>
    </message>
    <message numerus="yes">
        <source>%n days such as {day}</source>
        <translation>
            <numerusform>{day}等 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what is chosen above.</source>
        <translation>只算上面选中的</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Nothing here yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>TakeIn</name>
    <message>
        <source>The file from the old computer</source>
        <translation>旧电脑上打包的文件</translation>
    </message>
    <message>
        <source>Moving files</source>
        <translation>搬家文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>A book or a backup</source>
        <translation>账本或备份</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>正在查 {name}</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店</translation>
    </message>
</context>
<context>
    <name>TapList</name>
    <message>
        <source>circled in the drawing</source>
        <translation>就是图里圈住的地方</translation>
    </message>
</context>
<context>
    <name>TapsView</name>
    <message>
        <source>See the other ways ›</source>
        <translation>看别的路 ›</translation>
    </message>
    <message>
        <source>This path is from a tutorial of {day}; newer versions of Kuaishou may differ.</source>
        <translation>这条路来自 {day} 的教程，新版快手的位置可能变了。</translation>
    </message>
    <message>
        <source>Two other ways are known: the 「小店」 icon on the home page; 「更多」 in the side bar.</source>
        <translation>另有 2 条别的路（首页「小店」图标；侧边栏「更多」）。</translation>
    </message>
    <message>
        <source>That is it, next step</source>
        <translation>对上了，下一步</translation>
    </message>
    <message>
        <source>Tapped, next step</source>
        <translation>点到了，下一步</translation>
    </message>
</context>
<context>
    <name>TaxSheet</name>
    <message>
        <source>Type what the platform shows for this quarter; leave empty what it does not show.</source>
        <translation>照平台显示的这个季度的数填；它没显示的就空着。</translation>
    </message>
    <message>
        <source>Gross income</source>
        <translation>收入总额</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Net income</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>They count</source>
        <translation>按哪天算</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>记一句</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>存好</translation>
    </message>
    <message>
        <source>Fill in at least one figure</source>
        <translation>至少填一个数</translation>
    </message>
</context>
<context>
    <name>TaxTableSheet</name>
    <message>
        <source>Which column of {name} is what?</source>
        <translation>{name} 的哪一列是什么？</translation>
    </message>
    <message>
        <source>No such column</source>
        <translation>没有这一列</translation>
    </message>
    <message>
        <source>They count</source>
        <translation>按哪天算</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>存好</translation>
    </message>
    <message>
        <source>The rows are still being counted</source>
        <translation>行还在统计</translation>
    </message>
    <message>
        <source>Nothing of this quarter is found.</source>
        <translation>没找到这个季度的数。</translation>
    </message>
    <message>
        <source>rows counted: {n}</source>
        <translation>算进 {n} 行</translation>
    </message>
    <message>
        <source>orders named: {n}</source>
        <translation>认出 {n} 单</translation>
    </message>
    <message>
        <source>of other quarters: {n}</source>
        <translation>{n} 行是别的季度的</translation>
    </message>
    <message>
        <source>not read: {texts}</source>
        <translation>没看懂：{texts}</translation>
    </message>
    <message>
        <source>Choose the column of at least one figure</source>
        <translation>至少选一列数</translation>
    </message>
</context>
<context>
    <name>TaxView</name>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>The quarter, platform and book</source>
        <translation>这个季度，平台和账本</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Gross, platform</source>
        <translation>收入，平台报的</translation>
    </message>
    <message>
        <source>Refunds, platform</source>
        <translation>退款，平台报的</translation>
    </message>
    <message>
        <source>Net, platform</source>
        <translation>净额，平台报的</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Only compared here</source>
        <translation>这里只对数</translation>
    </message>
    <message>
        <source>They count</source>
        <translation>按哪天算</translation>
    </message>
    <message>
        <source>No tax is reckoned and no advice given. What was really reported is what the platform and the tax office show you. Open a line to see the orders behind the book&apos;s figure.</source>
        <translation>不算税，也不教怎么报。平台真报了什么，以平台和税务局给你看的为准。点开一行，看账本这个数是哪些单。</translation>
    </message>
    <message>
        <source>not over: up to {day}</source>
        <translation>还没过完：到{day}</translation>
    </message>
    <message>
        <source>The platform&apos;s figures of this quarter are not typed yet.</source>
        <translation>这个季度平台的数还没填。</translation>
    </message>
    <message>
        <source>They agree to the fen.</source>
        <translation>对上了，一分不差。</translation>
    </message>
    <message>
        <source>{n} of {all} figures differ.</source>
        <translation>{all} 个数里有 {n} 个对不上。</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Template {kind}</source>
        <translation>导入模板 {kind}</translation>
    </message>
    <message>
        <source>Import template</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>Excel workbooks</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>存好了</translation>
    </message>
</context>
<context>
    <name>TermsSheet</name>
    <message>
        <source>On what terms to split the money</source>
        <translation>按什么条件分这些钱</translation>
    </message>
    <message>
        <source>Empty means that it is worked out. Gifts never get more.</source>
        <translation>空着就由它来算。礼物不会加。</translation>
    </message>
    <message>
        <source>{way}, now ¥{now} a day</source>
        <translation>{way}，现在每天 {now} 元</translation>
    </message>
    <message>
        <source>Fixed at, a day</source>
        <translation>每天就花</translation>
    </message>
    <message>
        <source>Sold in steps of</source>
        <translation>一份多少钱</translation>
    </message>
    <message>
        <source>Any amount</source>
        <translation>多少都行</translation>
    </message>
    <message>
        <source>Half to twice of now</source>
        <translation>现在的一半到两倍</translation>
    </message>
    <message>
        <source>How far a way may move</source>
        <translation>每样最多变多少</translation>
    </message>
    <message>
        <source>Keeping close to now feels safe, but costs small shops a good part.</source>
        <translation>紧跟现在看着稳，小店常常因此少赚不少。</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>照这些算</translation>
    </message>
    <message>
        <source>Not below 0</source>
        <translation>不能小于 0</translation>
    </message>
</context>
<context>
    <name>TextCells</name>
    <message>
        <source>typing</source>
        <translation>填写</translation>
    </message>
</context>
<context>
    <name>Thumb</name>
    <message>
        <source>Take this picture away</source>
        <translation>去掉这张图</translation>
    </message>
    <message>
        <source>File gone</source>
        <translation>文件不在了</translation>
    </message>
</context>
<context>
    <name>TierSheet</name>
    <message>
        <source>Sales tiers</source>
        <translation>销售分档</translation>
    </message>
    <message>
        <source>They are not public. Enter them as the phone shows them, without special categories.</source>
        <translation>分档没公开，照手机上看到的填，不含特殊类目。</translation>
    </message>
    <message>
        <source>From sales of</source>
        <translation>月销售达到</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>从哪天起</translation>
    </message>
    <message>
        <source>Sold last month, from</source>
        <translation>上月卖到</translation>
    </message>
    <message>
        <source>Deposit then</source>
        <translation>应缴保证金</translation>
    </message>
    <message>
        <source>always</source>
        <translation>一直</translation>
    </message>
</context>
<context>
    <name>TimeBar</name>
    <message>
        <source>Its time is over</source>
        <translation>时间到了</translation>
    </message>
    <message>
        <source>{span} left, until {moment}</source>
        <translation>还剩 {span}，到 {moment}</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Own deposit</source>
        <translation>自建保证金</translation>
    </message>
    <message>
        <source>Orders yesterday</source>
        <translation>昨天订单</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>还没记过账</translation>
    </message>
    <message>
        <source>finding the entrance</source>
        <translation>找入口</translation>
    </message>
    <message>
        <source>opening the shop</source>
        <translation>开店</translation>
    </message>
    <message>
        <source>real-name check</source>
        <translation>实名</translation>
    </message>
    <message>
        <source>shop type</source>
        <translation>店铺类型</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>保证金</translation>
    </message>
    <message>
        <source>last look</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>Brand authorisation</source>
        <translation>品牌授权</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>{n} without a title</source>
        <translation>{n} 件没写标题</translation>
    </message>
    <message>
        <source>{n} without a price</source>
        <translation>{n} 件没写价格</translation>
    </message>
    <message>
        <source>{n} without a stock</source>
        <translation>{n} 件没写库存</translation>
    </message>
    <message>
        <source>{n} without a link</source>
        <translation>{n} 件没有链接</translation>
    </message>
    <message>
        <source>{account} deposit below the line, {amount} short</source>
        <translation>{account}低于要求线，还差 {amount}</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>去补足</translation>
    </message>
    <message>
        <source>below line</source>
        <translation>低于线</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>Is the promotion deposit back?</source>
        <translation>推广保证金到账了吗？</translation>
    </message>
    <message>
        <source>It was said to be there by {day}</source>
        <translation>据说 {day} 前到账</translation>
    </message>
    <message>
        <source>Have a look</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>{account} deposit will not be enough</source>
        <translation>{account}快要不够了</translation>
    </message>
    <message>
        <source>Deposit ›</source>
        <translation>保证金 ›</translation>
    </message>
    <message>
        <source>Balance {balance}, required {line}</source>
        <translation>余额 {balance}，要求 {line}</translation>
    </message>
    <message>
        <source>Balance {balance}; without the line nobody knows if it is enough</source>
        <translation>余额 {balance}，没有要求线就不知道够不够</translation>
    </message>
    <message>
        <source>The deposit&apos;s required line is not filled in</source>
        <translation>保证金的要求线还没填</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>去填</translation>
    </message>
    <message>
        <source>The deposit may not be enough: an amount is missing</source>
        <translation>保证金可能不够，有一项没填</translation>
    </message>
    <message>
        <source>Open the shop, step by step as on the phone</source>
        <translation>照着手机一步步把店开起来</translation>
    </message>
    <message>
        <source>It is saved at each step; stop and go on whenever you like</source>
        <translation>每一步都会存，随时停，随时接着来</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>去开店</translation>
    </message>
    <message>
        <source>Shop opening stopped at: {chapter}</source>
        <translation>开店走到：{chapter}</translation>
    </message>
    <message>
        <source>{done} of {steps} steps done</source>
        <translation>{steps} 步走完了 {done} 步</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>接着走</translation>
    </message>
    <message>
        <source>{paper} has expired</source>
        <translation>{paper}已经过期</translation>
    </message>
    <message>
        <source>It ended on {day}</source>
        <translation>{day}到期的</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>去更新</translation>
    </message>
    <message>
        <source>1 day over</source>
        <translation>过了 1 天</translation>
    </message>
    <message>
        <source>{n} days over</source>
        <translation>过了 {n} 天</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>剩 1 天</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>剩 {n} 天</translation>
    </message>
    <message>
        <source>last day today</source>
        <translation>今天最后一天</translation>
    </message>
    <message>
        <source>{paper} ends on {day}</source>
        <translation>{paper} {day}到期</translation>
    </message>
    <message>
        <source>Renew it in time, then enter the new date</source>
        <translation>早点去换，办好了把新日期填进来</translation>
    </message>
    <message>
        <source>Open papers ›</source>
        <translation>打开证件 ›</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>没写标题的</translation>
    </message>
    <message>
        <source>{name}: {gaps} missing</source>
        <translation>{name}：缺{gaps}</translation>
    </message>
    <message>
        <source>1 product draft not finished</source>
        <translation>1 个商品草稿没写完</translation>
    </message>
    <message>
        <source>{n} product drafts not finished</source>
        <translation>{n} 个商品草稿没写完</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>去补</translation>
    </message>
    <message>
        <source>Rows that may have been imported twice: {n}</source>
        <translation>有 {n} 行可能导入了两次</translation>
    </message>
    <message>
        <source>They are counted twice until you merge them or keep both</source>
        <translation>合并或确认保留之前，这些行会算两次</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>去答复</translation>
    </message>
    <message>
        <source>Promised a buyer: {what}</source>
        <translation>答应了买家：{what}</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>After-sales cases that wait for you: {n}</source>
        <translation>还有 {n} 件售后等你</translation>
    </message>
    <message>
        <source>None of them has a deadline that is known</source>
        <translation>都不知道时限</translation>
    </message>
    <message>
        <source>The next one: {left}</source>
        <translation>最近的一件{left}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>The last import was interrupted</source>
        <translation>上次导入中断了</translation>
    </message>
    <message>
        <source>{name}, {when}; nothing of it was kept</source>
        <translation>{name}，{when}，一行都没留下</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>再导一次</translation>
    </message>
    <message>
        <source>No traffic figures for {n} days</source>
        <translation>{n} 天没有流量数据了</translation>
    </message>
    <message>
        <source>The last are of {day}</source>
        <translation>数据到{day}为止</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>去导入</translation>
    </message>
    <message>
        <source>several days</source>
        <translation>好几天</translation>
    </message>
    <message>
        <source>Traffic of {day}, {period}, looks off</source>
        <translation>{day}{period}的流量疑似异常</translation>
    </message>
    <message>
        <source>{amount} spent in these hours</source>
        <translation>这段花了 {amount}</translation>
    </message>
    <message>
        <source>{spend} spent, {due} would be on pace, {budget} in all</source>
        <translation>花了 {spend}，到现在该花 {due}，一共 {budget}</translation>
    </message>
    <message>
        <source>budget used up</source>
        <translation>预算花完了</translation>
    </message>
    <message>
        <source>gone by {moment}</source>
        <translation>{moment} 花完</translation>
    </message>
    <message>
        <source>{name} spends too fast</source>
        <translation>{name}花得太快</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>去看看</translation>
    </message>
    <message>
        <source>By your own line {name} is to stop</source>
        <translation>{name}：按你定的该停了</translation>
    </message>
    <message>
        <source>See whether {name} is to stop</source>
        <translation>看看{name}该不该停</translation>
    </message>
    <message>
        <source>Your line: {stop}</source>
        <translation>你定的：{stop}</translation>
    </message>
    <message>
        <source>It was planned until {moment} and still runs here</source>
        <translation>计划到 {moment}，这里还在跑</translation>
    </message>
    <message>
        <source>Is {name} over?</source>
        <translation>{name}跑完了吗？</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>去结束</translation>
    </message>
    <message>
        <source>Nobody has said yet what it spent and brought</source>
        <translation>还没人填花了多少、带来多少</translation>
    </message>
    <message>
        <source>{spend} spent, {gmv} sold as the platform counts</source>
        <translation>花了 {spend}，平台算成交 {gmv}</translation>
    </message>
    <message>
        <source>{spend} spent</source>
        <translation>花了 {spend}</translation>
    </message>
    <message>
        <source>{name} is over and not reviewed</source>
        <translation>{name}跑完了，还没复盘</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复盘</translation>
    </message>
    <message>
        <source>{moment}: {was} → {became}, because: {why}</source>
        <translation>{moment} {was} → {became}，原因：{why}</translation>
    </message>
    <message>
        <source>Keywords of {name} were changed while it ran</source>
        <translation>{name}跑着时改了关键词</translation>
    </message>
    <message>
        <source>See what came</source>
        <translation>看看影响</translation>
    </message>
    <message>
        <source>New on sale: {name}</source>
        <translation>新上架：{name}</translation>
    </message>
    <message>
        <source>{n} products are new on sale and in no plan</source>
        <translation>{n} 件新上架的还没有计划</translation>
    </message>
    <message>
        <source>The book: buying suits what has just come out</source>
        <translation>书上说买量适合刚上线的新品</translation>
    </message>
    <message>
        <source>the newest is {name}</source>
        <translation>最新的是{name}</translation>
    </message>
    <message>
        <source>Plan a launch ›</source>
        <translation>做新品计划 ›</translation>
    </message>
    <message>
        <source>{name} loses {fen} with each order</source>
        <translation>{name} 卖一单亏 {fen}</translation>
    </message>
    <message>
        <source>1 order of the last 30 days lost {fen}</source>
        <translation>近 30 天 1 单亏 {fen}</translation>
    </message>
    <message>
        <source>{n} orders of the last 30 days lost {fen}</source>
        <translation>近 30 天 {n} 单共亏 {fen}</translation>
    </message>
    <message>
        <source>See why ›</source>
        <translation>看亏在哪 ›</translation>
    </message>
    <message>
        <source>{n} products lose</source>
        <translation>{n} 个商品在亏</translation>
    </message>
    <message>
        <source>1 new row</source>
        <translation>新 1 行</translation>
    </message>
    <message>
        <source>{n} new rows</source>
        <translation>新 {n} 行</translation>
    </message>
    <message>
        <source>{n} updated</source>
        <translation>更新 {n} 行</translation>
    </message>
    <message>
        <source>{n} not usable</source>
        <translation>{n} 行不能用</translation>
    </message>
    <message>
        <source>Last import: {name}</source>
        <translation>上次导入：{name}</translation>
    </message>
    <message>
        <source>See the import ›</source>
        <translation>看这次导入 ›</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Backed up {when}</source>
        <translation>{when} 已备份</translation>
    </message>
    <message>
        <source>Backups ›</source>
        <translation>看备份 ›</translation>
    </message>
    <message>
        <source>No backup for {n} days</source>
        <translation>{n} 天没备份了</translation>
    </message>
    <message>
        <source>The last one is of {when}</source>
        <translation>上一份是 {when}</translation>
    </message>
    <message>
        <source>Back up ›</source>
        <translation>去备份 ›</translation>
    </message>
    <message>
        <source>Older backups still hold buyers&apos; data: {n}</source>
        <translation>有 {n} 份旧备份里还有买家信息</translation>
    </message>
    <message>
        <source>The shop&apos;s own data hold them no more; delete the backups when you like</source>
        <translation>店铺数据里已经清掉；旧备份要不要删，由你决定</translation>
    </message>
    <message>
        <source>Rows that cannot be read: {n}</source>
        <translation>有 {n} 条数据读不出来</translation>
    </message>
    <message>
        <source>They are left out, the rest is there; a backup may still have them</source>
        <translation>这几条先不显示，其他都在；备份里也许还有</translation>
    </message>
    <message>
        <source>To the backups ›</source>
        <translation>去看备份 ›</translation>
    </message>
    <message>
        <source>One is made each day by itself; you can also make one now</source>
        <translation>每天会自动备一份，也可以现在备</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>The line is not filled in</source>
        <translation>要求线还没填</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>还差 {amount}</translation>
    </message>
    <message>
        <source>No orders imported yet</source>
        <translation>还没导入订单</translation>
    </message>
    <message>
        <source>Yesterday&apos;s orders are missing</source>
        <translation>缺昨天的订单</translation>
    </message>
    <message>
        <source>No orders of this month yet</source>
        <translation>这个月还没有订单</translation>
    </message>
    <message>
        <source>Fill in what goods cost ›</source>
        <translation>去填成本 ›</translation>
    </message>
    <message>
        <source>Net this month</source>
        <translation>本月净得</translation>
    </message>
    <message>
        <source>Sold yesterday</source>
        <translation>昨天卖了</translation>
    </message>
    <message>
        <source>Sold on {day}</source>
        <translation>{day} 卖了</translation>
    </message>
    <message>
        <source>Orders on {day}</source>
        <translation>{day} 订单</translation>
    </message>
    <message>
        <source>today until {time}</source>
        <translation>今天到 {time}</translation>
    </message>
    <message>
        <source>later days are missing</source>
        <translation>后面几天还缺</translation>
    </message>
    <message>
        <source>day 1–{n}</source>
        <translation>1–{n}日</translation>
    </message>
    <message>
        <source>{share} estimated</source>
        <translation>估算 {share}</translation>
    </message>
    <message>
        <source>without {n} orders of {paid}</source>
        <translation>{n} 单没填成本 {paid}</translation>
    </message>
    <message>
        <source>vs the same days last month</source>
        <translation>比上月同期</translation>
    </message>
    <message>
        <source>vs last {weekday}</source>
        <translation>比上{weekday}</translation>
    </message>
    <message>
        <source>an amount is missing</source>
        <translation>有一项没填</translation>
    </message>
    <message>
        <source>just enough</source>
        <translation>刚好够</translation>
    </message>
    <message>
        <source>enough, {amount} over</source>
        <translation>够，多出 {amount}</translation>
    </message>
    <message>
        <source>required {line}</source>
        <translation>要求 {line}</translation>
    </message>
    <message>
        <source>required {line}, by {day}</source>
        <translation>要求 {line}，{day} 前补</translation>
    </message>
    <message>
        <source>For {name}</source>
        <translation>给 {name} 用的</translation>
    </message>
    <message>
        <source>For {name} and others, {n} products</source>
        <translation>{name} 等 {n} 件商品要用</translation>
    </message>
    <message>
        <source>{name} was sold but is not there</source>
        <translation>{name} 卖了没货</translation>
    </message>
    <message>
        <source>{step}: {mind}</source>
        <translation>{step}：{mind}</translation>
    </message>
    <message>
        <source>promised for {at}</source>
        <translation>承诺 {at}</translation>
    </message>
    <message>
        <source>the delay may cost {amount}</source>
        <translation>晚发可能赔 {amount}</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>去发货</translation>
    </message>
    <message>
        <source>First check: no flaw, quality, nothing missing, right, packed</source>
        <translation>先过一遍发货前检查：瑕疵、质量、件数、错发、包装</translation>
    </message>
    <message>
        <source>Say under Orders within how many hours you promised to ship</source>
        <translation>在「订单」里填上你承诺几小时内发货</translation>
    </message>
    <message>
        <source>Look ›</source>
        <translation>去看看 ›</translation>
    </message>
    <message>
        <source>to be picked up by {at}</source>
        <translation>{at} 前要揽收</translation>
    </message>
    <message>
        <source>1 order past the promised time</source>
        <translation>1 单过了承诺发货时间</translation>
    </message>
    <message>
        <source>{n} orders past the promised time</source>
        <translation>{n} 单过了承诺发货时间</translation>
    </message>
    <message>
        <source>1 order to be shipped, the first by {at}</source>
        <translation>1 单要发出，最早 {at} 前</translation>
    </message>
    <message>
        <source>{n} orders to be shipped, the first by {at}</source>
        <translation>{n} 单要发出，最早 {at} 前</translation>
    </message>
    <message>
        <source>1 order to be shipped by {at}</source>
        <translation>1 单要在 {at} 前发出</translation>
    </message>
    <message>
        <source>{n} orders to be shipped by {at}</source>
        <translation>{n} 单要在 {at} 前发出</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>剩 {span}</translation>
    </message>
    <message>
        <source>1 order asked to go first</source>
        <translation>1 单催发货</translation>
    </message>
    <message>
        <source>{n} orders asked to go first</source>
        <translation>{n} 单催发货</translation>
    </message>
    <message>
        <source>1 order without a known time of shipping</source>
        <translation>1 单不知道几点前要发</translation>
    </message>
    <message>
        <source>{n} orders without a known time of shipping</source>
        <translation>{n} 单不知道几点前要发</translation>
    </message>
    <message>
        <source>1 parcel not picked up by your own clock</source>
        <translation>1 件过了你定的揽收时间</translation>
    </message>
    <message>
        <source>{n} parcels not picked up by your own clock</source>
        <translation>{n} 件过了你定的揽收时间</translation>
    </message>
    <message>
        <source>1 order with a number that the platform lacks</source>
        <translation>1 单有了单号，还没传给平台</translation>
    </message>
    <message>
        <source>{n} orders with a number that the platform lacks</source>
        <translation>{n} 单有了单号，还没传给平台</translation>
    </message>
    <message>
        <source>Save the table for batch shipping and bring it to the platform</source>
        <translation>存成批量发货表，再传给平台</translation>
    </message>
    <message>
        <source>{name} is sold out</source>
        <translation>{name} 卖完了</translation>
    </message>
    <message>
        <source>{name} is down to your mark</source>
        <translation>{name} 到了你定的提醒线</translation>
    </message>
    <message>
        <source>{name} lasts less than a day</source>
        <translation>{name} 不够卖一天了</translation>
    </message>
    <message>
        <source>{name} lasts 1 day more</source>
        <translation>{name} 还够卖 1 天</translation>
    </message>
    <message>
        <source>{name} lasts {n} days more</source>
        <translation>{name} 还够卖 {n} 天</translation>
    </message>
    <message>
        <source>1 more option runs out</source>
        <translation>还有 1 样快卖完了</translation>
    </message>
    <message>
        <source>{n} more options run out</source>
        <translation>还有 {n} 样快卖完了</translation>
    </message>
    <message>
        <source>{stock} in stock, {sold} a day in the last {days} days</source>
        <translation>库存 {stock}，近 {days} 天每天卖 {sold} 件</translation>
    </message>
    <message>
        <source>Correct the stock</source>
        <translation>改库存</translation>
    </message>
    <message>
        <source>They are in the list of goods under Running out</source>
        <translation>都在「商品」的「快卖完」里</translation>
    </message>
    <message>
        <source>Order …{tail}</source>
        <translation>尾号 {tail}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and more</source>
        <translation>{names}等</translation>
    </message>
    <message>
        <source>{n} left from yesterday</source>
        <translation>昨天剩 {n} 件</translation>
    </message>
    <message>
        <source>To do for your fans: {n}</source>
        <translation>为粉丝做的事还有 {n} 件</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>去清单</translation>
    </message>
    <message>
        <source>To the review</source>
        <translation>看复盘</translation>
    </message>
    <message>
        <source>At 2 this afternoon</source>
        <translation>下午 2 点再说</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>明天早上</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>下周一</translation>
    </message>
    <message>
        <source>Not again for this one</source>
        <translation>不再提醒这件</translation>
    </message>
    <message>
        <source>no more reminders</source>
        <translation>不再提醒</translation>
    </message>
    <message>
        <source>until {at}</source>
        <translation>{at} 前不提醒</translation>
    </message>
    <message>
        <source>Look back at {title}</source>
        <translation>复盘：{title}</translation>
    </message>
    <message>
        <source>{when} · five minutes, three things for the next one</source>
        <translation>{when} · 五分钟，定三件下场要做的事</translation>
    </message>
    <message>
        <source>For the next one, from the review of {title}</source>
        <translation>下一场要做的，{title}复盘定的</translation>
    </message>
    <message>
        <source>Tick it off</source>
        <translation>去勾掉</translation>
    </message>
    <message>
        <source>without 1 order of {paid}</source>
        <translation>1 单没填成本 {paid}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Import today&apos;s figures</source>
        <translation>导入今天的数据</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{n} to do now</source>
        <translation>{n} 件现在要做</translation>
    </message>
    <message>
        <source>{n} for today</source>
        <translation>{n} 件今天做完就好</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>先放着了</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>做完了</translation>
    </message>
    <message>
        <source>You will be reminded again</source>
        <translation>已恢复提醒</translation>
    </message>
    <message>
        <source>Import traffic reports</source>
        <translation>导入流量报表</translation>
    </message>
    <message>
        <source>Tables ({kinds});;All files (*)</source>
        <translation>表格 ({kinds});;所有文件 (*)</translation>
    </message>
    <message>
        <source>To the wizard ›</source>
        <translation>去开店向导 ›</translation>
    </message>
    <message>
        <source>I have a shop: import a report</source>
        <translation>已经有店，导入报表</translation>
    </message>
    <message>
        <source>First, the shop</source>
        <translation>先把店开起来</translation>
    </message>
    <message>
        <source>The wizard goes with you through the phone, tap by tap, up to the deposit. After that, each day&apos;s work stands here.</source>
        <translation>开店向导陪你在手机上一步步点，一直到交好保证金。以后每天要做的事都在这里。</translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message>
        <source>Before, {day}</source>
        <translation>上一段 {day}</translation>
    </message>
    <message>
        <source>Before, {first} to {last}</source>
        <translation>上一段 {first} 到 {last}</translation>
    </message>
    <message>
        <source>Break-even {roi}, by the shop&apos;s costs</source>
        <translation>保本 {roi}（按全店成本）</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>{measure} by hour</source>
        <translation>每小时{measure}</translation>
    </message>
    <message>
        <source>{measure} by day</source>
        <translation>每天{measure}</translation>
    </message>
    <message>
        <source>{measure} by week</source>
        <translation>每周{measure}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{name} changed</source>
        <translation>{name}改过</translation>
    </message>
    <message>
        <source>Test, week {name}</source>
        <translation>试投第 {name} 周</translation>
    </message>
    <message>
        <source>Test over</source>
        <translation>试投结束</translation>
    </message>
    <message>
        <source>{n} views</source>
        <translation>{n} 次观看</translation>
    </message>
    <message>
        <source>{n} new fans</source>
        <translation>{n} 个新粉丝</translation>
    </message>
    <message>
        <source>{n} product clicks</source>
        <translation>{n} 次商品点击</translation>
    </message>
    <message>
        <source>{n} orders</source>
        <translation>{n} 单</translation>
    </message>
    <message>
        <source>{n} in sales</source>
        <translation>成交 {n}</translation>
    </message>
    <message>
        <source>{n} impressions</source>
        <translation>{n} 次曝光</translation>
    </message>
    <message>
        <source>{n} clicks</source>
        <translation>{n} 次点击</translation>
    </message>
    <message>
        <source>1 view</source>
        <translation>1 次观看</translation>
    </message>
    <message>
        <source>1 new fan</source>
        <translation>1 个新粉丝</translation>
    </message>
    <message>
        <source>1 product click</source>
        <translation>1 次商品点击</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 单</translation>
    </message>
    <message>
        <source>1 impression</source>
        <translation>1 次曝光</translation>
    </message>
    <message>
        <source>1 click</source>
        <translation>1 次点击</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>weighted by {name}</source>
        <translation>平均（按{name}多少算）</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>without the suspect hours: {figure}</source>
        <translation>不含疑似异常时段的花费：{figure}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周起始日期</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>{measure} by month</source>
        <translation>每月{measure}</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Lives</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>办法</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>作品</translation>
    </message>
    <message>
        <source>Price change</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>别的事</translation>
    </message>
    <message>
        <source>New keyword</source>
        <translation>改关键词</translation>
    </message>
    <message>
        <source>{name} begins</source>
        <translation>{name} 开始</translation>
    </message>
    <message>
        <source>{name} ends</source>
        <translation>{name} 结束</translation>
    </message>
    <message>
        <source>Noted by hand</source>
        <translation>手工记的</translation>
    </message>
    <message>
        <source>Working day</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>Month from</source>
        <translation>月份</translation>
    </message>
</context>
<context>
    <name>TrafficCurve</name>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>No figures this fine; choose “{grain}” to see them.</source>
        <translation>没有这么细的数据，点「{grain}」就看得到。</translation>
    </message>
    <message>
        <source>What is chosen has no figures in these days; choose “All together”.</source>
        <translation>选中的这几天没有数据；点「合在一起」看全部</translation>
    </message>
    <message>
        <source>No figures in these days; “All” shows the days that have some.</source>
        <translation>这几天没有数据；点「全部」看有数据的日子</translation>
    </message>
    <message>
        <source>{name} and {n} more</source>
        <translation>{name}和另外 {n} 项</translation>
    </message>
    <message>
        <source>{names}, {n} files in all</source>
        <translation>{names} 等 {n} 份</translation>
    </message>
    <message>
        <source>From {names}</source>
        <translation>数据来自 {names}</translation>
    </message>
</context>
<context>
    <name>TrafficPage</name>
    <message>
        <source>Note by hand</source>
        <translation>手工记一笔</translation>
    </message>
    <message>
        <source>Import traffic report</source>
        <translation>导入流量报表</translation>
    </message>
    <message>
        <source>Whether the people you paid for are real, seen from one curve</source>
        <translation>花钱买来的人是不是真的，一条曲线看清楚</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>先看示例店铺</translation>
    </message>
    <message>
        <source>Where the reports are exported ›</source>
        <translation>报表在哪里导出 ›</translation>
    </message>
    <message>
        <source>No traffic figures yet</source>
        <translation>还没有流量数据</translation>
    </message>
    <message>
        <source>Export a report on the phone or computer and drop it here. CSV and Excel both work; importing twice counts nothing twice.</source>
        <translation>从手机或电脑后台导出报表，拖到这里就行。CSV 和 Excel 都认，重复导入不会多算。</translation>
    </message>
    <message>
        <source>Imports ›</source>
        <translation>导入记录 ›</translation>
    </message>
    <message>
        <source>You can also copy cells in Excel and press Ctrl+V here.</source>
        <translation>也可以从 Excel 复制，在这里按 Ctrl+V。</translation>
    </message>
    <message>
        <source>Let go: the file is read here, and shown before anything is kept</source>
        <translation>松手，就在这里导入，先预览</translation>
    </message>
    <message>
        <source>The imported figures were taken back; see the imports ›</source>
        <translation>导入的数据已经撤销，看导入记录 ›</translation>
    </message>
    <message>
        <source>First settle the import that was not stored</source>
        <translation>先处理没存进去的那份</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>{n} off</source>
        <translation>{n} 停</translation>
    </message>
    <message>
        <source>{n} high</source>
        <translation>{n} 多</translation>
    </message>
    <message>
        <source>{n} low</source>
        <translation>{n} 少</translation>
    </message>
    <message>
        <source>{n} mid</source>
        <translation>{n} 平</translation>
    </message>
    <message>
        <source>Cost {sum} instead</source>
        <translation>实花 {sum}</translation>
    </message>
    <message>
        <source>The report agrees: {sum}</source>
        <translation>花费报表对上了：{sum}</translation>
    </message>
    <message>
        <source>As planned</source>
        <translation>照做了</translation>
    </message>
    <message>
        <source>Some weeks, each with another split</source>
        <translation>几周里每周换一个花法</translation>
    </message>
    <message>
        <source>Test of {n} weeks: week {week}, day {day}</source>
        <translation>{n} 周试投，第 {week} 周第 {day} 天</translation>
    </message>
    <message>
        <source>The test begins on {day}</source>
        <translation>试投从 {day} 开始</translation>
    </message>
    <message>
        <source>The test is over</source>
        <translation>这次试投结束了</translation>
    </message>
    <message>
        <source>it probably costs nothing: less is spent (up to {high})</source>
        <translation>大概不亏：花得也少了（最多 {high}）</translation>
    </message>
    <message>
        <source>less net in {days} days ({low} to {high})</source>
        <translation>{days} 天里大概少净得这么多（{low} 到 {high}）</translation>
    </message>
    <message>
        <source>from {day} on</source>
        <translation>{day} 开始</translation>
    </message>
    <message>
        <source>The cheapest test: {way} stops {days} days, costs nothing ›</source>
        <translation>最省的试法：{way}停 {days} 天，不亏钱 ›</translation>
    </message>
    <message>
        <source>The cheapest test: {way} stops {days} days, about ¥{fen} ›</source>
        <translation>最省的试法：{way}停 {days} 天，约 {fen} 元 ›</translation>
    </message>
</context>
<context>
    <name>TrialSheet</name>
    <message>
        <source>Test what each way brings</source>
        <translation>试一试谁带来多少</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>哪周</translation>
    </message>
    <message>
        <source>Days, to be crossed off</source>
        <translation>做一天划一天</translation>
    </message>
    <message>
        <source>A day in all</source>
        <translation>一天合计</translation>
    </message>
    <message>
        <source>Each week another split, the ways changing by turns: only so it shows who brings what. No day costs more than now, and gifts never more than theirs now.</source>
        <translation>每周换一个花法，几样错开了变，才看得出谁在起作用。一天不超过现在花的，礼物不超过现在的。</translation>
    </message>
    <message>
        <source>How to split is clear now: the test can stop, what was learnt stays</source>
        <translation>该怎么分已经看清了，可以停；学到的都留着</translation>
    </message>
    <message>
        <source>{n} weeks</source>
        <translation>{n} 周</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>试几周</translation>
    </message>
    <message>
        <source>A day at most</source>
        <translation>一天最多花</translation>
    </message>
    <message>
        <source>What the test costs</source>
        <translation>试投要花多少钱</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop it now</source>
        <translation>现在就停</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The test runs already</source>
        <translation>试投已经在跑了</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>看得清</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还差点</translation>
    </message>
    <message>
        <source>Print the test</source>
        <translation>打印试投</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The book {name} was written by a newer ksdesk. Install the newest ksdesk and open it again; the file was not touched.</source>
        <translation>账本 {name} 是更新版本的 ksdesk 写的。装上最新版再打开；文件没有动过。</translation>
    </message>
    <message>
        <source>The book {name} was written by ksdesk {version}. Install ksdesk {version} or a newer one and open it again; the file was not touched.</source>
        <translation>账本 {name} 是 ksdesk {version} 写的。装上 ksdesk {version} 或更新的版本再打开；文件没有动过。</translation>
    </message>
    <message>
        <source>{thing} is in use by another program. Close that program (or the backup or sync tool) and try again; the file was not touched.</source>
        <translation>{thing} 正被别的程序占着。关掉那个程序（或备份、同步软件）再试；文件没有动过。</translation>
    </message>
    <message>
        <source>{thing} is write-protected. Allow writing in the file and in {folder}, or start with another folder; the file was not touched.</source>
        <translation>{thing} 是只读的。让这个文件和 {folder} 都可以写，或换一个文件夹打开；文件没有动过。</translation>
    </message>
    <message>
        <source>The book {name} is damaged; its file was left as it is. Settings, Data and backups has the backups of this shop.</source>
        <translation>账本 {name} 坏了，文件原样留着。「设置 › 数据和备份」里有本店的备份。</translation>
    </message>
    <message>
        <source>{name} is damaged, and nothing of it was taken in. Copy it from the other computer once more, or take another backup; this computer&apos;s shops were not touched.</source>
        <translation>{name} 坏了，一点都没有收进来。从另一台电脑再拷一次，或者换一个备份；这台电脑上的店没有动过。</translation>
    </message>
    <message>
        <source>The book {name} is not in {folder} any more, or it is empty. Put it back, or close ksdesk and open it again: its newest backup is then offered.</source>
        <translation>{folder} 里没有账本 {name} 了，或者它是空的。把它放回去；或者关掉 ksdesk 再打开，会拿出最新的备份。</translation>
    </message>
    <message>
        <source>{name} is not a ksdesk book. Choose another file; this one was not touched.</source>
        <translation>{name} 不是 ksdesk 的账本。换一个文件；这个没有动过。</translation>
    </message>
    <message>
        <source>Another file was put in the place of the open book {name}. Close ksdesk and open it again to use that one; backups of the book that was open are under Settings, Data and backups.</source>
        <translation>打开着的账本 {name} 被换成了别的文件。关掉 ksdesk 再打开，用的就是换上来的那个；原来那本的备份在「设置」的「数据和备份」里。</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space and try again; what was saved before is all there.</source>
        <translation>{folder} 所在的盘满了。腾出地方再试；之前存的都在。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be opened. Plug the disk in, or choose another folder.</source>
        <translation>文件夹 {folder} 打不开。插好盘，或换一个文件夹。</translation>
    </message>
    <message>
        <source>{folder} has a folder {name} already, with other files in it. Choose another folder; nothing in it was touched.</source>
        <translation>{folder} 里已经有一个文件夹 {name}，里面有别的文件。换一个文件夹；里面的内容没有动过。</translation>
    </message>
    <message>
        <source>{folder} lies in the data folder itself. Choose a folder outside of it.</source>
        <translation>{folder} 就在数据文件夹里面。换一个外面的文件夹。</translation>
    </message>
    <message>
        <source>The path to {name} is too long for this computer: {folder}. Move the folder to a place with a shorter path, or choose another one.</source>
        <translation>{name} 的路径太长，这台电脑打不开：{folder}。把文件夹挪到浅一点的地方，或换一个文件夹。</translation>
    </message>
    <message>
        <source>The disk with {folder} does not answer properly. Check the disk and its cable, then try again; what was saved before is all there.</source>
        <translation>{folder} 所在的盘读写不正常。检查硬盘和数据线再试；之前存的都在。</translation>
    </message>
    <message>
        <source>This import cannot be undone alone: {name} came in later and revised its rows. Undo that one first (Traffic, imports).</source>
        <translation>这次导入不能单独撤销：{name} 后来更新过这些数据。先在「流量 › 导入记录」里撤销那一次。</translation>
    </message>
    <message>
        <source>The account holds only {amount}, so no more can have gone. Look at the amount on the phone once more; nothing was written.</source>
        <translation>账户里只有 {amount}，扣不了这么多。再看一眼手机上的金额；这一笔没记。</translation>
    </message>
    <message>
        <source>That cannot have been before {day}, when the step before it was. Correct the day; nothing was written.</source>
        <translation>上一步是 {day}，这一步不会更早。改一下日期；这一笔没记。</translation>
    </message>
    <message>
        <source>That cannot have been after {day}, when the refund was asked for. Correct the day; nothing was written.</source>
        <translation>{day} 已经申请退回，关闭不会更晚。改一下日期；这一步没记。</translation>
    </message>
    <message>
        <source>The account is frozen, so nothing can be taken out. If the phone shows it free again, note that first (Deposit, More).</source>
        <translation>账户冻结了，提不出来。手机上显示解冻了，先到「保证金 › 更多」里记下来。</translation>
    </message>
    <message>
        <source>That did not work, and the mistake is ours. Nothing half done was kept; the details are in the log (Settings).</source>
        <translation>没做成，是程序的错。做到一半的没有留下；详情在「设置」的日志里。</translation>
    </message>
    <message>
        <source>{name} is open in another program, Excel most likely. Close it there and export again, or choose another name; the file was not touched.</source>
        <translation>「{name}」正被其他程序打开（多半是 Excel）。请先在那里关闭，再导出一次，或换个文件名；原文件没有改动。</translation>
    </message>
    <message>
        <source>{name} is there and write-protected. Choose another name and export again; the file was not touched.</source>
        <translation>「{name}」已经在那里，而且是只读的。请换个文件名再导出；原文件没有改动。</translation>
    </message>
    <message>
        <source>Nothing can be written in {folder}. Choose another folder, the desktop for instance, and export again.</source>
        <translation>「{folder}」里不能写入文件。请换一个文件夹（比如桌面）再导出。</translation>
    </message>
    <message>
        <source>The disk with {folder} is full, so {name} was not written. Free some space or choose another disk, then export again.</source>
        <translation>「{folder}」所在的磁盘已满，「{name}」没有写成。请腾出空间或换一个磁盘再导出。</translation>
    </message>
    <message>
        <source>{name} was not written: the folder {folder} is not there any more. Choose another one and export again.</source>
        <translation>「{name}」没有写出：文件夹「{folder}」已经不在了。请换一个文件夹再导出。</translation>
    </message>
    <message>
        <source>The path to {name} is too long for this computer. Choose a shorter name or another folder, the desktop for instance, and export again.</source>
        <translation>「{name}」的路径太长，这台电脑写不了。请换个短一点的文件名，或换一个文件夹（比如桌面）再导出。</translation>
    </message>
    <message>
        <source>A file cannot be called {name} there. Choose another name and export again.</source>
        <translation>那里不能用「{name}」作文件名。请换个名字再导出。</translation>
    </message>
    <message>
        <source>The folder {name} holds other files. Choose an empty or a new one and export again; nothing in it was touched.</source>
        <translation>文件夹「{name}」里已有其他文件。请选一个空的或新的文件夹再导出；里面的文件没有改动。</translation>
    </message>
    <message>
        <source>{name} could not be written, the disk with {folder} does not answer properly. Choose another disk and export again.</source>
        <translation>「{name}」没有写成，「{folder}」所在的磁盘读写异常。请换一个磁盘再导出。</translation>
    </message>
    <message>
        <source>The book {name}</source>
        <translation>账本 {name}</translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Typed</name>
    <message>
        <source>“{text}” is not a number</source>
        <translation>“{text}”不是数字</translation>
    </message>
    <message>
        <source>“{text}” is below zero</source>
        <translation>“{text}”小于 0</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number</source>
        <translation>“{text}”不是整数</translation>
    </message>
    <message>
        <source>“{text}” is too big</source>
        <translation>“{text}”太大了</translation>
    </message>
    <message>
        <source>Say when it began, as 11-18 20:00</source>
        <translation>写上几点开播，例如 11-18 20:00</translation>
    </message>
    <message>
        <source>“{text}” is no time; write it as 11-18 20:00</source>
        <translation>“{text}”不是时间，写成 11-18 20:00 这样</translation>
    </message>
    <message>
        <source>“{text}” has not come yet</source>
        <translation>“{text}”还没到</translation>
    </message>
    <message>
        <source>“{text}” is there twice</source>
        <translation>“{text}”有两行</translation>
    </message>
</context>
<context>
    <name>TypedCells</name>
    <message>
        <source>Began at</source>
        <translation>几点开播</translation>
    </message>
    <message>
        <source>Name of the live</source>
        <translation>直播名</translation>
    </message>
    <message>
        <source>e.g. 11-18 20:00</source>
        <translation>例如 11-18 20:00</translation>
    </message>
    <message>
        <source>report {figure}</source>
        <translation>报表 {figure}</translation>
    </message>
    <message>
        <source>not {figure}</source>
        <translation>替换 {figure}</translation>
    </message>
    <message>
        <source>and report {figure}</source>
        <translation>加上 {figure}</translation>
    </message>
    <message>
        <source>{row}, {column}: {imported} in the report, {typed} by hand</source>
        <translation>{row} {column}：报表里 {imported}，手工记的 {typed}</translation>
    </message>
    <message>
        <source>Line {n}</source>
        <translation>第 {n} 行</translation>
    </message>
    <message>
        <source>{row}, {column}: {words}</source>
        <translation>{row} {column}：{words}</translation>
    </message>
</context>
<context>
    <name>TypedGrid</name>
    <message>
        <source>Figures by hand</source>
        <translation>手工记的数据</translation>
    </message>
</context>
<context>
    <name>TypedSheet</name>
    <message>
        <source>Note figures by hand</source>
        <translation>手工记一笔</translation>
    </message>
    <message>
        <source>For 「粉条」 and whatever shows its figures on the phone only. Empty is no figure.</source>
        <translation>粉条这类只在手机上看得到的数据，照着填。空着表示没有数据，不算 0。</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By live</source>
        <translation>按场直播</translation>
    </message>
    <message>
        <source>A line is</source>
        <translation>一行是</translation>
    </message>
    <message>
        <source>A week earlier</source>
        <translation>早一周</translation>
    </message>
    <message>
        <source>A week later</source>
        <translation>晚一周</translation>
    </message>
    <message>
        <source>Save figures</source>
        <translation>存好</translation>
    </message>
    <message>
        <source>One of the figures cannot be read</source>
        <translation>有个数字看不懂，先改好</translation>
    </message>
    <message>
        <source>First say whether they replace the imported ones</source>
        <translation>先选：手工记的替换报表里的，还是两样都算</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>什么都没改</translation>
    </message>
</context>
<context>
    <name>UnitField</name>
    <message>
        <source>coins, {n} a yuan</source>
        <translation>快币，1 元 {n} 个</translation>
    </message>
    <message>
        <source>coins on an iPhone, {n}</source>
        <translation>苹果充的快币，1 元 {n} 个</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>In</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Fill in the line ›</source>
        <translation>去填要求线 ›</translation>
    </message>
    <message>
        <source>Below the line</source>
        <translation>低于要求线</translation>
    </message>
    <message>
        <source>Balance {amount}</source>
        <translation>余额 {amount}</translation>
    </message>
    <message>
        <source>Balance {balance}, required {line}.</source>
        <translation>余额 {balance}，要求 {line}。</translation>
    </message>
    <message>
        <source>More about this account</source>
        <translation>这个账户的更多操作</translation>
    </message>
    <message>
        <source>Enter the day by which ›</source>
        <translation>填补缴期限 ›</translation>
    </message>
    <message>
        <source>Get it back ›</source>
        <translation>退回 ›</translation>
    </message>
    <message>
        <source>Take out the excess ›</source>
        <translation>提现超额部分 ›</translation>
    </message>
    <message>
        <source>It is frozen: the money is there but cannot be moved.</source>
        <translation>账户被冻结：钱还在，但动不了。</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>The refund was applied for on {day}; it is said to be there by {last}.</source>
        <translation>{day} 申请了退回，据说 {last} 前到账。</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Promotion is closed and its deposit has come back. Opened again, it has to be paid anew.</source>
        <translation>推广功能已关闭，保证金已退回。再开通时要重新缴。</translation>
    </message>
    <message>
        <source>Promotion is closed, so nothing has to stay here.</source>
        <translation>推广已关闭，这里不用再留保证金。</translation>
    </message>
    <message>
        <source>Until it is topped up, the cart and listing may be closed.</source>
        <translation>补足之前，小黄车可能被关，上架可能停。</translation>
    </message>
    <message>
        <source>{amount} short</source>
        <translation>还差 {amount}</translation>
    </message>
    <message>
        <source>An amount that may raise the line is not filled in yet.</source>
        <translation>还有一项可能抬高要求线的金额没填。</translation>
    </message>
    <message>
        <source>Enough as far as known</source>
        <translation>按已知的金额够了</translation>
    </message>
    <message>
        <source>Any deduction will put it below the line.</source>
        <translation>再扣一笔就会低于要求线。</translation>
    </message>
    <message>
        <source>Just enough</source>
        <translation>刚好够</translation>
    </message>
    <message>
        <source>Enough, {amount} over</source>
        <translation>够，多出 {amount}</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>未开通</translation>
    </message>
    <message>
        <source>Needed only for goods of other platforms. Say so in the shop wizard if you sell them.</source>
        <translation>卖其他平台的商品才要交。要卖的话，先在开店向导里选上。</translation>
    </message>
    <message>
        <source>Needed only by cross-border shops. What you record here is kept apart.</source>
        <translation>跨境店铺才要交。记在这里的账单独算。</translation>
    </message>
    <message>
        <source>Nothing paid in yet</source>
        <translation>还没有缴过</translation>
    </message>
    <message>
        <source>The shop wizard works out how much has to be paid in.</source>
        <translation>开店向导会算出这里要交多少。</translation>
    </message>
    <message>
        <source>The line of this account is not public; what the phone shows counts.</source>
        <translation>这个账户的要求线没有公开，以手机显示为准。</translation>
    </message>
    <message>
        <source>The required line is not filled in yet. The phone&apos;s deposit page says how much is due.</source>
        <translation>要求线还没填。手机上的保证金页写着应缴多少。</translation>
    </message>
</context>
<context>
    <name>WatermarkSheet</name>
    <message>
        <source>Save a copy with a watermark</source>
        <translation>存一份带水印的副本</translation>
    </message>
    <message>
        <source>The words go across the picture again and again, so it cannot be misused.</source>
        <translation>这行字会斜着铺满整张图，别人拿去也不好乱用。</translation>
    </message>
    <message>
        <source>Only for opening a Kuaishou shop {day}</source>
        <translation>仅用于快手小店开店 {day}</translation>
    </message>
    <message>
        <source>Words across the picture</source>
        <translation>水印写什么</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 picture: {names}. The copy is yours; ksdesk keeps none.</source>
        <translation>1 张：{names}。副本归你保管，这里不留。</translation>
    </message>
    <message>
        <source>{n} pictures: {names}. The copies are yours; ksdesk keeps none.</source>
        <translation>{n} 张：{names}。副本归你保管，这里不留。</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>选存到哪里</translation>
    </message>
    <message>
        <source>Where the copy goes</source>
        <translation>副本存到哪里</translation>
    </message>
    <message>
        <source>ID card for opening the shop.jpg</source>
        <translation>开店用身份证.jpg</translation>
    </message>
    <message>
        <source>JPEG picture (*.jpg)</source>
        <translation>JPEG 图片 (*.jpg)</translation>
    </message>
    <message numerus="yes">
        <source>%n copies saved in {folder}</source>
        <translation>
            <numerusform>%n 份副本存在 {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy could not be saved there; choose another folder</source>
        <translation>那里保存不了，请换个文件夹</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {what} ›</source>
        <translation>撤销：{what} ›</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>the last step</source>
        <translation>上一步</translation>
    </message>
</context>
<context>
    <name>WaysCard</name>
    <message>
        <source>Net of each way</source>
        <translation>每种办法净得多少</translation>
    </message>
    <message>
        <source>Fill in ›</source>
        <translation>去填 ›</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>办法</translation>
    </message>
    <message>
        <source>Net ¥</source>
        <translation>净得 ¥</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>花费</translation>
    </message>
    <message>
        <source>Net of the paid ways</source>
        <translation>花钱办法净得多少</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>平台算的成交</translation>
    </message>
    <message>
        <source>Before spend</source>
        <translation>花费前剩下</translation>
    </message>
    <message>
        <source>Kept ROI</source>
        <translation>退款后回报</translation>
    </message>
    <message>
        <source>Reported ROI</source>
        <translation>平台回报</translation>
    </message>
    <message>
        <source>Past break-even?</source>
        <translation>过没过保本</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>保本</translation>
    </message>
    <message>
        <source>Per order</source>
        <translation>每单</translation>
    </message>
    <message>
        <source>Per fan</source>
        <translation>每粉丝</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>All but {ways}</source>
        <translation>合计，不含{ways}</translation>
    </message>
    <message>
        <source>Breaks even</source>
        <translation>刚保本</translation>
    </message>
    <message>
        <source>Earns</source>
        <translation>赚</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>亏</translation>
    </message>
    <message>
        <source>Net of the paid ways in 1 day</source>
        <translation>近 1 天花钱办法净得多少</translation>
    </message>
    <message>
        <source>Net of the paid ways in all</source>
        <translation>花钱办法一共净得多少</translation>
    </message>
    <message>
        <source>Net of the paid ways in {n} days</source>
        <translation>近 {n} 天花钱办法净得多少</translation>
    </message>
    <message>
        <source>Past the tick it earns. Break-even = platform&apos;s sales ÷ what stays before it</source>
        <translation>平台回报过了竖线（保本）才赚。保本 = 平台算的成交 ÷ 花费前剩下</translation>
    </message>
    <message>
        <source>Orders without a cost, left out: {n} (paid {paid})</source>
        <translation>成本没填的 {n} 单没算进去（成交 {paid}）</translation>
    </message>
    <message>
        <source>Orders left out: {n} (paid {paid}), refund not told: {untold}</source>
        <translation>先不算的有 {n} 单（成交 {paid}），其中 {untold} 单没说退了多少</translation>
    </message>
    <message>
        <source>Estimated by the refunds and costs of its products, else of the shop</source>
        <translation>估算：退款和成本按它的商品（没写商品就按全店）同期的比例</translation>
    </message>
    <message>
        <source>Without suspect hours: {ways}</source>
        <translation>去掉疑似异常的钟点：{ways}</translation>
    </message>
    <message>
        <source>No report tells what these sold: {ways}</source>
        <translation>这些花费报表没报卖了多少：{ways}</translation>
    </message>
</context>
<context>
    <name>WeeksCard</name>
    <message>
        <source>Yuan a day, week by week</source>
        <translation>各周每天花多少元</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>办法</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Weeks of the test</source>
        <translation>试投的几周</translation>
    </message>
    <message>
        <source>A day in all</source>
        <translation>一天共</translation>
    </message>
    <message>
        <source>Days kept to</source>
        <translation>做到了</translation>
    </message>
</context>
<context>
    <name>WhatIfSheet</name>
    <message>
        <source>What if…</source>
        <translation>如果…会怎样</translation>
    </message>
    <message>
        <source>The line as it would be. Nothing in the book is touched.</source>
        <translation>看看要求线会变成多少，账本一点不动。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>恢复成现在的</translation>
    </message>
    <message>
        <source>Shop type</source>
        <translation>店铺类型</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>还没选</translation>
    </message>
    <message>
        <source>On</source>
        <translation>哪一天</translation>
    </message>
    <message>
        <source>none more</source>
        <translation>不加</translation>
    </message>
    <message>
        <source>Another category</source>
        <translation>别的类目</translation>
    </message>
    <message>
        <source>One more special category</source>
        <translation>多开一个特殊类目</translation>
    </message>
    <message>
        <source>It asks for</source>
        <translation>它要求</translation>
    </message>
    <message>
        <source>see the phone</source>
        <translation>看手机</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不关</translation>
    </message>
    <message>
        <source>A category is closed</source>
        <translation>关掉一个类目</translation>
    </message>
    <message>
        <source>Sales of the month before</source>
        <translation>前一个月的销售额</translation>
    </message>
    <message>
        <source>as noted</source>
        <translation>按记下的</translation>
    </message>
    <message>
        <source>I also sell goods of other platforms</source>
        <translation>也卖其他平台的商品</translation>
    </message>
    <message>
        <source>{month} 1, by this month&apos;s sales</source>
        <translation>{month}月1日，按这个月的销售</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>At this month&apos;s pace: {likely} by its end ({so_far} so far) ›</source>
        <translation>照这个月的速度，月底会卖 {likely}（现在 {so_far}）›</translation>
    </message>
    <message>
        <source>An amount or tier is not known, so it may come out higher on the phone.</source>
        <translation>有的金额或分档还不知道，手机上可能更高。</translation>
    </message>
    <message>
        <source>{line}, as now</source>
        <translation>{line}，和现在一样</translation>
    </message>
    <message>
        <source>{before} → {after} ({change})</source>
        <translation>{before} → {after}（{change}）</translation>
    </message>
    <message>
        <source>The balance of {balance} would be {short} short.</source>
        <translation>余额 {balance}，会差 {short}。</translation>
    </message>
    <message>
        <source>The balance of {balance} would be enough.</source>
        <translation>余额 {balance}，够。</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Edit</source>
        <translation>改数字</translation>
    </message>
    <message>
        <source>What the line depends on</source>
        <translation>要求线取决于什么</translation>
    </message>
    <message>
        <source>Why {amount}</source>
        <translation>为什么是 {amount}</translation>
    </message>
    <message>
        <source>Enter the tiers ›</source>
        <translation>填分档 ›</translation>
    </message>
    <message>
        <source>Not filled in: {names}</source>
        <translation>还没填：{names}</translation>
    </message>
    <message>
        <source>{month} sold {amount}</source>
        <translation>{month}卖了 {amount}</translation>
    </message>
    <message>
        <source>{month} sold {amount}, more than the amount was set for</source>
        <translation>{month}卖了 {amount}，比调整时的多</translation>
    </message>
    <message>
        <source>Enter the month&apos;s sales ›</source>
        <translation>填上月销售额 ›</translation>
    </message>
    <message>
        <source>The rule book says {amount}</source>
        <translation>平台规则原来是 {amount}</translation>
    </message>
    <message>
        <source>{month} sold {amount} since {day}, the day of your first order</source>
        <translation>{month}从{day}（最早的订单）起卖了 {amount}，之前的没算</translation>
    </message>
    <message>
        <source>{month} sold {amount} until {day}; the rest is not counted yet</source>
        <translation>{month}截至{day}卖了 {amount}，后面的还没算进来</translation>
    </message>
    <message>
        <source>What {month} sold is not filled in; this amount is of an earlier month</source>
        <translation>{month}卖了多少还没填，这个金额是更早一个月的</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>还不知道</translation>
    </message>
    <message>
        <source>No rule known</source>
        <translation>没找到对应的规则</translation>
    </message>
    <message>
        <source>From the phone ›</source>
        <translation>手机显示 ›</translation>
    </message>
    <message>
        <source>From the phone, {day} ›</source>
        <translation>手机显示，{day} ›</translation>
    </message>
    <message>
        <source>Phone shows</source>
        <translation>手机上显示应缴</translation>
    </message>
    <message>
        <source>Filled in on {day}</source>
        <translation>{day}你填的</translation>
    </message>
    <message>
        <source>{amount} of it came since, by the reasons above</source>
        <translation>其中 {amount} 是填了以后按上面的原因变的</translation>
    </message>
    <message>
        <source>{amount} against the rule book</source>
        <translation>比平台规则 {amount}</translation>
    </message>
    <message>
        <source>Required line</source>
        <translation>要求线</translation>
    </message>
    <message>
        <source>Nothing since promotion was closed</source>
        <translation>推广关闭后没有要求</translation>
    </message>
    <message>
        <source>Not filled in yet</source>
        <translation>还没填</translation>
    </message>
    <message>
        <source>What the phone shows counts. The tiers are not public, so we ask you.</source>
        <translation>以手机显示为准。平台没公开分档，所以问你。</translation>
    </message>
    <message>
        <source>At least this much; an amount is still missing.</source>
        <translation>至少这么多，还有一项没填。</translation>
    </message>
    <message>
        <source>By the rule book. If the phone shows another figure, fill it in.</source>
        <translation>按平台规则算的。手机上显示的不一样，就填进来。</translation>
    </message>
</context>
<context>
    <name>WindowLines</name>
    <message>
        <source>Close this line</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>The book is in a folder that {name} syncs; two computers at once clash.</source>
        <translation>账本在同步盘（{name}）里，两台电脑同时用会弄乱账。</translation>
    </message>
    <message>
        <source>Move it out ›</source>
        <translation>搬出来 ›</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>Check</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Whose fault</source>
        <translation>谁的责任</translation>
    </message>
    <message>
        <source>What you will do</source>
        <translation>打算怎么办</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>简单记一句</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Given back to the buyer</source>
        <translation>退给买家多少</translation>
    </message>
    <message>
        <source>What it cost you beyond that</source>
        <translation>另外还搭进去多少</translation>
    </message>
    <message>
        <source>Freight, goods, a gift; 0 if nothing</source>
        <translation>运费、货、赔的礼；没有就填 0</translation>
    </message>
    <message>
        <source>{outcome}, it cost {cost} more, closed on {moment}</source>
        <translation>{outcome}，另搭 {cost}，{moment} 结案</translation>
    </message>
    <message>
        <source>{outcome}, {back} given back, {cost} beyond, closed on {moment}</source>
        <translation>{outcome}，退了 {back}，另搭 {cost}，{moment} 结案</translation>
    </message>
    <message>
        <source>Note so far</source>
        <translation>先记到这里</translation>
    </message>
    <message>
        <source>Not satisfied, check again</source>
        <translation>不满意，再核实</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It was not over</source>
        <translation>还没完</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选一个</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Note it in a few words first</source>
        <translation>先简单记一句</translation>
    </message>
    <message>
        <source>Say how it ended</source>
        <translation>选一下结果</translation>
    </message>
    <message>
        <source>Say what it cost; 0 if nothing</source>
        <translation>填花了多少，没花填 0</translation>
    </message>
    <message>
        <source>Say what was refunded; 0 if nothing</source>
        <translation>写上退了多少，没退填 0</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意</translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message>
        <source>Work that is promoted</source>
        <translation>推哪个作品</translation>
    </message>
    <message>
        <source>Its title, or what is seen in it</source>
        <translation>标题，或者拍了什么</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Such works are said to be refused; tick what is so:</source>
        <translation>据说这样的作品推不了，是就勾上：</translation>
    </message>
</context>
<context>
    <name>_Day</name>
    <message>
        <source>{n} more ›</source>
        <translation>还有 {n} 个 ›</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>{n} left</source>
        <translation>剩 {n} 件</translation>
    </message>
</context>
</TS>
