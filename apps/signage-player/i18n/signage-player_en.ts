<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CallList</name>
    <message>
        <location filename="../qml/CallList.qml" line="80" />
        <source>号窗口</source>
        <translation>window</translation>
    </message>
</context>
<context>
    <name>CaptionBar</name>
    <message>
        <location filename="../qml/CaptionBar.qml" line="33" />
        <source>提示</source>
        <translation>Notice</translation>
    </message>
    <message>
        <location filename="../qml/CaptionBar.qml" line="33" />
        <source>通知</source>
        <translation>News</translation>
    </message>
</context>
<context>
    <name>CurrentCall</name>
    <message>
        <location filename="../qml/CurrentCall.qml" line="42" />
        <source>正在呼叫</source>
        <translation>Now calling</translation>
    </message>
    <message>
        <location filename="../qml/CurrentCall.qml" line="42" />
        <source>最近呼叫</source>
        <translation>Last called</translation>
    </message>
    <message>
        <location filename="../qml/CurrentCall.qml" line="52" />
        <source>请等候叫号</source>
        <translation>Please wait to be called</translation>
    </message>
    <message>
        <location filename="../qml/CurrentCall.qml" line="66" />
        <source>请到</source>
        <translation>Window</translation>
    </message>
    <message>
        <location filename="../qml/CurrentCall.qml" line="81" />
        <source>号窗口</source>
        <translation>​</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <location filename="../qml/Main.qml" line="18" />
        <source>等候区屏</source>
        <translation>Queue board</translation>
    </message>
    <message>
        <location filename="../qml/Main.qml" line="30" />
        <source>与服务器的连接中断，屏上是中断前的叫号。请留意窗口人员呼叫，或到服务台询问。</source>
        <translation>The connection to the server is lost; the calls shown are from before. Please listen for the staff or ask at the service desk.</translation>
    </message>
    <message>
        <location filename="../qml/Main.qml" line="49" />
        <source>政务服务大厅</source>
        <translation>Government Service Hall</translation>
    </message>
    <message>
        <location filename="../qml/Main.qml" line="56" />
        <source>正在取得叫号信息</source>
        <translation>Getting the calls</translation>
    </message>
    <message>
        <source>请留意窗口人员呼叫，或到服务台询问。</source>
        <translation>Please listen for the staff at the windows, or ask at the service desk.</translation>
    </message>
    <message>
        <source>连不上服务器，正在重新连接</source>
        <translation>The server cannot be reached; connecting again</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <location filename="../qml/WaitingPanel.qml" line="20" />
        <source>等候情况</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../qml/WaitingPanel.qml" line="88" />
        <source>人</source>
        <translation>​</translation>
    </message>
    <message>
        <location filename="../qml/WaitingPanel.qml" line="109" />
        <source>过号请注意</source>
        <translation>Passed numbers</translation>
    </message>
</context>
</TS>
