<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AgenciesRoom</name>
    <message numerus="yes">
        <source>%n plan(s)</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message numerus="yes">
        <source>%n handled</source>
        <translation>
            <numerusform>%n handled</numerusform>
            <numerusform>%n handled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ignored</source>
        <translation>
            <numerusform>%n ignored</numerusform>
            <numerusform>%n ignored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message numerus="yes">
        <source>%n older backups still hold buyers&apos; names, phones or addresses.</source>
        <translation>
            <numerusform>%n older backup still holds buyers&apos; names, phones or addresses.</numerusform>
            <numerusform>%n older backups still hold buyers&apos; names, phones or addresses.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BesideBar</name>
    <message numerus="yes">
        <source>%n more figures stand beside imported ones</source>
        <translation>
            <numerusform>%n more figure stands beside an imported one</numerusform>
            <numerusform>%n more figures stand beside imported ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrandForm</name>
    <message numerus="yes">
        <source>Ended %n days ago, ask for a new one</source>
        <translation>
            <numerusform>Ended %n day ago, ask for a new one</numerusform>
            <numerusform>Ended %n days ago, ask for a new one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ends in %n days, renew it in time</source>
        <translation>
            <numerusform>Ends in %n day, renew it in time</numerusform>
            <numerusform>Ends in %n days, renew it in time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkSheet</name>
    <message numerus="yes">
        <source>Change these %n</source>
        <translation>
            <numerusform>Change this %n</numerusform>
            <numerusform>Change these %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %n products</source>
        <translation>
            <numerusform>change %n product</numerusform>
            <numerusform>change %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products changed</source>
        <translation>
            <numerusform>%n product changed</numerusform>
            <numerusform>%n products changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckSheet</name>
    <message numerus="yes">
        <source>Check %n orders before shipping</source>
        <translation>
            <numerusform>Check %n order before shipping</numerusform>
            <numerusform>Check %n orders before shipping</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenFoot</name>
    <message numerus="yes">
        <source>%n moved to the bin: {names}</source>
        <translation>
            <numerusform>%n moved to the bin: {names}</numerusform>
            <numerusform>%n moved to the bin: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brought back: {names}</source>
        <translation>
            <numerusform>%n brought back: {names}</numerusform>
            <numerusform>%n brought back: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n for good?</source>
        <translation>
            <numerusform>Delete %n for good?</numerusform>
            <numerusform>Delete %n for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePart</name>
    <message numerus="yes">
        <source>Median of %n</source>
        <translation>
            <numerusform>Median of %n</numerusform>
            <numerusform>Median of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message numerus="yes">
        <source>%n figures</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostSheet</name>
    <message numerus="yes">
        <source>%Ln costs came in</source>
        <translation>
            <numerusform>%Ln cost came in</numerusform>
            <numerusform>%Ln costs came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are as they were</source>
        <translation>
            <numerusform>%Ln is as it was</numerusform>
            <numerusform>%Ln are as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are empty</source>
        <translation>
            <numerusform>%Ln row is empty</numerusform>
            <numerusform>%Ln rows are empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are older ones or of goods that are not in this list</source>
        <translation>
            <numerusform>%Ln of them is an older one or of goods that are not in this list</numerusform>
            <numerusform>%Ln of them are older ones or of goods that are not in this list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows cannot be taken in all</source>
        <translation>
            <numerusform>%Ln row cannot be taken in all</numerusform>
            <numerusform>%Ln rows cannot be taken in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoublesSheet</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftsBar</name>
    <message numerus="yes">
        <source>%n unfinished imports: {name}</source>
        <translation>
            <numerusform>%n unfinished import: {name}</numerusform>
            <numerusform>%n unfinished imports: {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message numerus="yes">
        <source>%Ln texts were too long for Excel and are cut; CSV keeps them whole</source>
        <translation>
            <numerusform>%Ln text was too long for Excel and is cut; CSV keeps it whole</numerusform>
            <numerusform>%Ln texts were too long for Excel and are cut; CSV keeps them whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsCard</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s), together {sum}: platform {platform}, book {book}</source>
        <translation>
            <numerusform>%n order, together {sum}: platform {platform}, book {book}</numerusform>
            <numerusform>%n orders, together {sum}: platform {platform}, book {book}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoodCard</name>
    <message numerus="yes">
        <source>See these %Ln orders ›</source>
        <translation>
            <numerusform>See this order ›</numerusform>
            <numerusform>See these %Ln orders ›</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its orders have no cost and are left out</source>
        <translation>
            <numerusform>%Ln of its orders has no cost and is left out</numerusform>
            <numerusform>%Ln of its orders have no cost and are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left out, a refund&apos;s amount is not told</source>
        <translation>
            <numerusform>%Ln is left out, a refund&apos;s amount is not told</numerusform>
            <numerusform>%Ln are left out, a refund&apos;s amount is not told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridSheet</name>
    <message numerus="yes">
        <source>%n cells changed</source>
        <translation>
            <numerusform>%n cell changed</numerusform>
            <numerusform>%n cells changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells cannot be taken</source>
        <translation>
            <numerusform>%n cell cannot be taken</numerusform>
            <numerusform>%n cells cannot be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed cells are not in the book yet.</source>
        <translation>
            <numerusform>%n changed cell is not in the book yet.</numerusform>
            <numerusform>%n changed cells are not in the book yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message numerus="yes">
        <source>All %n rules ›</source>
        <translation>
            <numerusform>All %n rules ›</numerusform>
            <numerusform>All %n rules ›</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HiddenFoot</name>
    <message numerus="yes">
        <source>%n done today</source>
        <translation>
            <numerusform>%n done today</numerusform>
            <numerusform>%n done today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put off for now</source>
        <translation>
            <numerusform>%n put off for now</numerusform>
            <numerusform>%n put off for now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message numerus="yes">
        <source>total lines of the report left out: %n</source>
        <translation>
            <numerusform>total lines of the report left out: %n</numerusform>
            <numerusform>total lines of the report left out: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n products</source>
        <translation>
            <numerusform>Import %n product</numerusform>
            <numerusform>Import %n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n rows</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeywordsCard</name>
    <message numerus="yes">
        <source>Unlocked %n times while it ran; the book says each time costs weight</source>
        <translation>
            <numerusform>Unlocked once while it ran; the book says each time costs weight</numerusform>
            <numerusform>Unlocked %n times while it ran; the book says each time costs weight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerCard</name>
    <message numerus="yes">
        <source>The filter leaves out all %n entries</source>
        <translation>
            <numerusform>The filter leaves out the one entry</numerusform>
            <numerusform>The filter leaves out all %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinksCard</name>
    <message numerus="yes">
        <source>Add these %n</source>
        <translation>
            <numerusform>Add this %n</numerusform>
            <numerusform>Add these %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasuresCard</name>
    <message numerus="yes">
        <source>%n sub-shops, receivables {amount} ›</source>
        <translation>
            <numerusform>%n sub-shop, receivables {amount} ›</numerusform>
            <numerusform>%n sub-shops, receivables {amount} ›</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovingCard</name>
    <message numerus="yes">
        <source>%n shops packed and read back: {name}</source>
        <translation>
            <numerusform>%n shop packed and read back: {name}</numerusform>
            <numerusform>%n shops packed and read back: {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavItem</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
    <message numerus="yes">
        <source>A delay was announced for %n orders</source>
        <translation>
            <numerusform>A delay was announced for %n order</numerusform>
            <numerusform>A delay was announced for %n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumbersSheet</name>
    <message numerus="yes">
        <source>%n numbers have their order</source>
        <translation>
            <numerusform>%n number has its order</numerusform>
            <numerusform>%n numbers have their order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OneOrder</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionsSection</name>
    <message numerus="yes">
        <source>%n combinations; type into a cell to change it</source>
        <translation>
            <numerusform>%n combination; type into a cell to change it</numerusform>
            <numerusform>%n combinations; type into a cell to change it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message numerus="yes">
        <source>Ship %n orders of this buyer in one parcel…</source>
        <translation>
            <numerusform>Ship %n order of this buyer in one parcel…</numerusform>
            <numerusform>Ship %n orders of this buyer in one parcel…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParcelSheet</name>
    <message numerus="yes">
        <source>%n shops in this file</source>
        <translation>
            <numerusform>%n shop in this file</numerusform>
            <numerusform>%n shops in this file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message numerus="yes">
        <source>%Ln products have no cost: what they bring is not in the net, only what was spent on them.</source>
        <translation>
            <numerusform>%Ln product has no cost: what it brings is not in the net, only what was spent on it.</numerusform>
            <numerusform>%Ln products have no cost: what they bring is not in the net, only what was spent on them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders that brought {paid} have no cost and are not in the net.</source>
        <translation>
            <numerusform>%Ln order that brought {paid} has no cost and is not in the net.</numerusform>
            <numerusform>%Ln orders that brought {paid} have no cost and are not in the net.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln orders that brought {paid} are not in the net; of {untold} a refund&apos;s amount is not told: bring in after-sales or settlements.</source>
        <translation>
            <numerusform>%Ln order that brought {paid} is not in the net; of {untold} a refund&apos;s amount is not told: bring in after-sales or settlements.</numerusform>
            <numerusform>%Ln orders that brought {paid} are not in the net; of {untold} a refund&apos;s amount is not told: bring in after-sales or settlements.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message numerus="yes">
        <source>%n added as drafts</source>
        <translation>
            <numerusform>%n added as a draft</numerusform>
            <numerusform>%n added as drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickingSheet</name>
    <message numerus="yes">
        <source>%Ln orders</source>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces</source>
        <translation>
            <numerusform>%Ln piece</numerusform>
            <numerusform>%Ln pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message numerus="yes">
        <source>%n files are not where they were. Add them again.</source>
        <translation>
            <numerusform>%n file is not where it was. Add it again.</numerusform>
            <numerusform>%n files are not where they were. Add them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDetail</name>
    <message numerus="yes">
        <source>Unlocked %n times</source>
        <translation>
            <numerusform>Unlocked once</numerusform>
            <numerusform>Unlocked %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductList</name>
    <message numerus="yes">
        <source>In the bin, gone in %n days unless it has a cost</source>
        <translation>
            <numerusform>In the bin, gone in %n day unless it has a cost</numerusform>
            <numerusform>In the bin, gone in %n days unless it has a cost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityCard</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message numerus="yes">
        <source>%n orders do not say until when</source>
        <translation>
            <numerusform>%n order does not say until when</numerusform>
            <numerusform>%n orders do not say until when</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n must not be shipped yet</source>
        <translation>
            <numerusform>%n must not be shipped yet</numerusform>
            <numerusform>%n must not be shipped yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent today</source>
        <translation>
            <numerusform>%n to be sent today</numerusform>
            <numerusform>%n to be sent today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message numerus="yes">
        <source>%n imports</source>
        <translation>
            <numerusform>%n import</numerusform>
            <numerusform>%n imports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatsCard</name>
    <message numerus="yes">
        <source>%n buyers</source>
        <translation>
            <numerusform>%n buyer</numerusform>
            <numerusform>%n buyers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunningOrderSheet</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleSheet</name>
    <message numerus="yes">
        <source>%n fan(s) noted</source>
        <translation>
            <numerusform>%n fan noted</numerusform>
            <numerusform>%n fans noted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShippingDesk</name>
    <message numerus="yes">
        <source>Checks of %n orders are noted</source>
        <translation>
            <numerusform>Checks of %n order are noted</numerusform>
            <numerusform>Checks of %n orders are noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracking numbers are noted</source>
        <translation>
            <numerusform>%n tracking number is noted</numerusform>
            <numerusform>%n tracking numbers are noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders are in the table. Its shape is not confirmed: compare it with the template of the platform before you upload it.</source>
        <translation>
            <numerusform>%n order is in the table. Its shape is not confirmed: compare it with the template of the platform before you upload it.</numerusform>
            <numerusform>%n orders are in the table. Its shape is not confirmed: compare it with the template of the platform before you upload it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n rows name no courier: fill it in there.</source>
        <translation>
            <numerusform> %n row names no courier: fill it in there.</numerusform>
            <numerusform> %n rows name no courier: fill it in there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders are in the list. Once couriers and numbers are filled in, bring it back under Tracking numbers, From a table.</source>
        <translation>
            <numerusform>%n order is in the list. Once couriers and numbers are filled in, bring it back under Tracking numbers, From a table.</numerusform>
            <numerusform>%n orders are in the list. Once couriers and numbers are filled in, bring it back under Tracking numbers, From a table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tracking numbers of %n orders are taken off: {orders}</source>
        <translation>
            <numerusform>The tracking numbers of %n order are taken off: {orders}</numerusform>
            <numerusform>The tracking numbers of %n orders are taken off: {orders}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SoldPart</name>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more products</source>
        <translation>
            <numerusform>and %n more product</numerusform>
            <numerusform>and %n more products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The book has only %n orders of it: import the rest</source>
        <translation>
            <numerusform>The book has only %n order of it: import the rest</numerusform>
            <numerusform>The book has only %n orders of it: import the rest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message numerus="yes">
        <source>%n more day(s) of hourly figures are needed before a verdict can be given.</source>
        <translation>
            <numerusform>%n more day of hourly figures is needed before a verdict can be given.</numerusform>
            <numerusform>%n more days of hourly figures are needed before a verdict can be given.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockSheet</name>
    <message numerus="yes">
        <source>%n more after these</source>
        <translation>
            <numerusform>%n more after these</numerusform>
            <numerusform>%n more after these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n more figures ›</source>
        <translation>
            <numerusform>%n more figure ›</numerusform>
            <numerusform>%n more figures ›</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days such as {day}</source>
        <translation>
            <numerusform>%n day such as {day}</numerusform>
            <numerusform>%n days such as {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatermarkSheet</name>
    <message numerus="yes">
        <source>%n copies saved in {folder}</source>
        <translation>
            <numerusform>%n copy saved in {folder}</numerusform>
            <numerusform>%n copies saved in {folder}</numerusform>
        </translation>
    </message>
</context>
</TS>
