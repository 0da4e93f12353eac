<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Controls</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
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
    <name>ImportSheet</name>
    <message numerus="yes">
        <source>total lines of the report left out: %n</source>
        <translation>
            <numerusform>total lines of the report left out: %n</numerusform>
            <numerusform>total lines of the report left out: %n</numerusform>
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
    <name>ProductsPage</name>
    <message numerus="yes">
        <source>In the bin, gone in %n days</source>
        <translation>
            <numerusform>In the bin, gone in %n day</numerusform>
            <numerusform>In the bin, gone in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved to the bin</source>
        <translation>
            <numerusform>%n moved to the bin</numerusform>
            <numerusform>%n moved to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brought back</source>
        <translation>
            <numerusform>%n brought back</numerusform>
            <numerusform>%n brought back</numerusform>
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
    <name>Summary</name>
    <message numerus="yes">
        <source>%n more figures ›</source>
        <translation>
            <numerusform>%n more figure ›</numerusform>
            <numerusform>%n more figures ›</numerusform>
        </translation>
    </message>
</context>
</TS>
