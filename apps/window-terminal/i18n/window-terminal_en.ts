<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>atrium::windowterminal::Toasts</name>
    <message>
        <location filename="../pages/toasts.cpp" line="213" />
        <source>撤销 Ctrl+Z</source>
        <translation>Undo Ctrl+Z</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::Actions</name>
    <message>
        <location filename="../view/actions.cpp" line="21" />
        <source>叫号</source>
        <translation>Call</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="22" />
        <source>重呼</source>
        <translation>Recall</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="23" />
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="24" />
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="25" />
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="26" />
        <source>转号</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="27" />
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="28" />
        <source>出示</source>
        <translation>Show</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="29" />
        <source>评价</source>
        <translation>Rating</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="30" />
        <source>挂起</source>
        <translation>Hold</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="31" />
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="38" />
        <source>与服务器断开，恢复连接后才能办理</source>
        <translation>The server is not connected; this works again when it is back</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="40" />
        <source>正在读取窗口状态</source>
        <translation>Reading the window's state</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="42" />
        <source>上一项操作还在办理</source>
        <translation>The last command is still under way</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="44" />
        <source>窗口没有开启，请重新登录</source>
        <translation>The window is not open; please sign in again</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="50" />
        <location filename="../view/actions.cpp" line="70" />
        <source>请先结束当前号码</source>
        <translation>End the present ticket first</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="52" />
        <source>窗口已暂停，请先恢复服务</source>
        <translation>The window is paused; resume first</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="53" />
        <source>没有人在等候</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="56" />
        <location filename="../view/actions.cpp" line="59" />
        <source>没有正在呼叫的号码</source>
        <translation>No ticket is being called</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="57" />
        <source>重呼次数已用完，请开始服务或过号</source>
        <translation>No recalls are left; start the service or mark a no-show</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="61" />
        <source>只有呼叫中的号码可以过号</source>
        <translation>Only a ticket being called can be a no-show</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="63" />
        <source>没有正在办理的号码</source>
        <translation>No ticket is being served</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="65" />
        <source>开始办理后才能向办事人出示指南</source>
        <translation>A guide can be shown once the service has begun</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="68" />
        <source>没有当前号码</source>
        <translation>There is no present ticket</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="72" />
        <source>没有可以再次请评的服务（每次服务只可再请一次）</source>
        <translation>No service to ask a rating for again (once per service)</translation>
    </message>
    <message>
        <location filename="../view/actions.cpp" line="74" />
        <source>两分钟内的完成或过号才可以撤销</source>
        <translation>Only a finish or no-show of the last two minutes can be undone</translation>
    </message>
    <message>
        <source>管理员停用了本窗口，不能再叫号</source>
        <translation>An administrator has switched this window off: it calls nobody any more</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::DeskFindPanel</name>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="38" />
        <source>还没有查找</source>
        <translation>Nothing searched for yet</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="39" />
        <source>输入号码或证件号、扫描号单，或在左侧取号。</source>
        <translation>Enter a number or document number, scan a ticket, or issue one on the left.</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="41" />
        <source>重打号单</source>
        <translation>Print again</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="42" />
        <source>重新排队</source>
        <translation>Queue again</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="42" />
        <source>取消号码</source>
        <translation>Cancel ticket</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="43" />
        <location filename="../pages/deskfindpanel.cpp" line="47" />
        <source>查找号码</source>
        <translation>Find a ticket</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="44" />
        <source>Ctrl+F；放身份证即查</source>
        <translation>Ctrl+F; or lay an ID card</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="46" />
        <source>号码（A0127）、证件号，或扫描号单</source>
        <translation>Number (A0127), document number, or scan a ticket</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="69" />
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="69" />
        <source>事项</source>
        <translation>Service item</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="69" />
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="72" />
        <source>找到的号码</source>
        <translation>Tickets found</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="102" />
        <source>号单二维码</source>
        <translation>The ticket's QR code</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="157" />
        <source>只有过号的号码可以重新排队</source>
        <translation>Only a no-show can queue again</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="158" />
        <source>该号码已结束</source>
        <translation>This ticket has ended</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="169" />
        <source>状态：%1</source>
        <translation>State: %1</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="171" />
        <source>办事人：未登记证件</source>
        <translation>Holder: no document registered</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="172" />
        <source>办事人：%1</source>
        <translation>Holder: %1</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="173" />
        <source>取号时间：%1</source>
        <translation>Taken at: %1</translation>
    </message>
    <message numerus="yes">
        <location filename="../pages/deskfindpanel.cpp" line="175" />
        <source>前面 %n 人</source>
        <translation>
            <numerusform>%n person ahead</numerusform>
            <numerusform>%n people ahead</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="177" />
        <source>办理窗口：%1</source>
        <translation>Windows: %1</translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="177" />
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <location filename="../pages/deskfindpanel.cpp" line="179" />
        <source>上次打印没有得到打印机确认</source>
        <translation>The printer did not confirm the last print</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::DeskIssuePanel</name>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="25" />
        <source>老年人</source>
        <translation>Elderly person</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="26" />
        <source>残疾人</source>
        <translation>Person with a disability</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="27" />
        <source>孕妇或携带婴幼儿</source>
        <translation>Pregnant or with an infant</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="28" />
        <source>军人及军属</source>
        <translation>Military personnel and families</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="29" />
        <source>急事急办</source>
        <translation>Urgent matter</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="35" />
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="36" />
        <location filename="../pages/deskissuepanel.cpp" line="37" />
        <source>取号</source>
        <translation>Issue a ticket</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="38" />
        <source>先选事项，再按 Ctrl+Enter 取号</source>
        <translation>Choose an item, then press Ctrl+Enter</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="62" />
        <source>放身份证，或输入证件号、统一社会信用代码后回车</source>
        <translation>Lay the ID card, or key in an ID or credit code and press Enter</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="63" />
        <source>证件号码</source>
        <translation>Document number</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="76" />
        <source>办事人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="87" />
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="88" />
        <source>英文</source>
        <translation>English</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="89" />
        <location filename="../pages/deskissuepanel.cpp" line="99" />
        <source>号单语言</source>
        <translation>Ticket language</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="91" />
        <location filename="../pages/deskissuepanel.cpp" line="100" />
        <source>优先原因</source>
        <translation>Reason for priority</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="92" />
        <source>不优先</source>
        <translation>No priority</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="119" />
        <source>未登记证件（实名队列须登记）</source>
        <translation>No document registered (real-name queues need one)</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="125" />
        <source>与服务器断开，恢复连接后才能办理</source>
        <translation>The server is not connected; this works again when it is back</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="126" />
        <source>请先选择事项</source>
        <translation>Choose a service item first</translation>
    </message>
    <message>
        <location filename="../pages/deskissuepanel.cpp" line="127" />
        <source>上一项操作还在办理</source>
        <translation>The last command is still under way</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::DeskPage</name>
    <message>
        <source>正在等服务器答复…</source>
        <translation>waiting for the server…</translation>
    </message>
    <message>
        <location filename="../pages/deskpage.cpp" line="30" />
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <location filename="../pages/deskpage.cpp" line="54" />
        <source>服务台</source>
        <translation>Service desk</translation>
    </message>
    <message>
        <location filename="../pages/deskpage.cpp" line="71" />
        <source>在线</source>
        <translation>online</translation>
    </message>
    <message>
        <location filename="../pages/deskpage.cpp" line="71" />
        <source>离线</source>
        <translation>offline</translation>
    </message>
    <message>
        <location filename="../pages/deskpage.cpp" line="74" />
        <source>打印机：%1</source>
        <translation>Printer: %1</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::DeskPrinter</name>
    <message>
        <location filename="../view/deskprinter.cpp" line="19" />
        <source>服务器没有登记这个号码：号单无效，请收回并重新取号</source>
        <translation>The server did not register this number: the ticket is void. Please take it back and issue another.</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="35" />
        <source>已打印</source>
        <translation>Printed</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="37" />
        <source>打印机没有答复：请看号单是否已出，没有就重打</source>
        <translation>The printer did not answer: see whether the ticket came out, else print again</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="42" />
        <source>没有打印（%1）：号码有效，请读出或让办事人拍下二维码，也可重打</source>
        <translation>Not printed (%1): the number is valid; read it out or let the holder photograph the code, or print again</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="49" />
        <source>未配置</source>
        <translation>not configured</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="52" />
        <source>未连接</source>
        <translation>not connected</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="54" />
        <source>就绪</source>
        <translation>ready</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="56" />
        <source>纸将用完</source>
        <translation>paper low</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="58" />
        <source>缺纸</source>
        <translation>out of paper</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="60" />
        <source>上盖未关</source>
        <translation>cover open</translation>
    </message>
    <message>
        <location filename="../view/deskprinter.cpp" line="62" />
        <source>故障</source>
        <translation>fault</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::GuideView</name>
    <message>
        <location filename="../pages/guideview.cpp" line="46" />
        <source>办事指南</source>
        <translation>Service guide</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="67" />
        <source>没有这个事项的办事指南。</source>
        <translation>There is no guide for this item.</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="69" />
        <source>材料清单（%1 项）</source>
        <translation>Materials (%1)</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="71" />
        <source>不需要材料，或指南尚未登记。</source>
        <translation>No materials needed, or the guide is not registered yet.</translation>
    </message>
    <message numerus="yes">
        <location filename="../pages/guideview.cpp" line="35" />
        <source>%n 个工作日</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../pages/guideview.cpp" line="75" />
        <source>%n 份</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="76" />
        <source>必要</source>
        <translation>required</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="76" />
        <source>非必要</source>
        <translation>not required</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="84" />
        <source>受理条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="86" />
        <source>无特别条件。</source>
        <translation>No special conditions.</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="90" />
        <source>时限与费用</source>
        <translation>Time limits and fee</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="91" />
        <source>承诺时限：%1</source>
        <translation>Promised: %1</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="35" />
        <source>当场办结</source>
        <translation>on the spot</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="92" />
        <source>法定时限：%1</source>
        <translation>By law: %1</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="94" />
        <source>收费：%1</source>
        <translation>Fee: %1</translation>
    </message>
    <message>
        <location filename="../pages/guideview.cpp" line="97" />
        <source>办理依据</source>
        <translation>Legal basis</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::Identities</name>
    <message>
        <location filename="../view/identities.cpp" line="81" />
        <source>请使用统一社会信用代码（18 位），不再使用组织机构代码</source>
        <translation>Use the unified social credit code (18 characters); organisation codes are out of use</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="101" />
        <source>证件拿开太早，请重新放好</source>
        <translation>The card was taken away too early; lay it again</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="103" />
        <source>证件没有读出，请重新放一次</source>
        <translation>The card could not be read; lay it again</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="105" />
        <source>读卡器不接受这张证件，请改为输入号码</source>
        <translation>The reader does not accept this card; key in the number</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="107" />
        <source>证件内容无法识别，请改为输入号码</source>
        <translation>The card's content is unknown; key in the number</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="109" />
        <source>证件号码校验不符，请核对证件</source>
        <translation>The card's number fails its check digit; examine the card</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="119" />
        <source>请输入证件号码</source>
        <translation>Enter the document number</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="121" />
        <source>位数不对：身份证和统一社会信用代码都是 18 位</source>
        <translation>Wrong length: ID numbers and credit codes have 18 characters</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="123" />
        <source>15 位身份证号已停用，请输入 18 位号码</source>
        <translation>ID numbers of 15 digits are out of use; enter the 18 characters</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="125" />
        <source>有不应出现的字符，请核对</source>
        <translation>A character cannot stand there; please check</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="127" />
        <source>前两位不是有效的地区代码，请核对</source>
        <translation>The first two digits are no region; please check</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="129" />
        <source>出生日期不存在，请核对</source>
        <translation>There is no such day of birth; please check</translation>
    </message>
    <message>
        <location filename="../view/identities.cpp" line="131" />
        <source>校验位不符，有一位输错了，请核对</source>
        <translation>The check digit does not fit: one character is wrong</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::ItemPicker</name>
    <message>
        <location filename="../pages/itempicker.cpp" line="29" />
        <source>事项名称、拼音或首字母</source>
        <translation>Item by name, pinyin or initials</translation>
    </message>
    <message>
        <location filename="../pages/itempicker.cpp" line="30" />
        <source>查找事项</source>
        <translation>Find a service item</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::MainWindow</name>
    <message>
        <source>服务器没有答复，正在继续询问。屏幕上可能是先前的内容，暂时不能叫号和办理；恢复后请先看当前状态。</source>
        <translation>The server gives no answer; it is being asked again. The screen may show what was before, and nothing can be called or served just now; look at the present state when it is back.</translation>
    </message>
    <message>
        <source>%1 已过号。%2 秒内可以撤销。</source>
        <translation>%1 did not come. You can undo this for %2 s.</translation>
    </message>
    <message>
        <source>%1 已转走。</source>
        <translation>%1 was transferred.</translation>
    </message>
    <message>
        <source>%1 已挂起，可在挂起的号码里取回。</source>
        <translation>%1 is on hold; fetch it from the numbers on hold.</translation>
    </message>
    <message>
        <location filename="../mainwindow.cpp" line="60" />
        <source>窗口终端</source>
        <translation>Window terminal</translation>
    </message>
    <message>
        <location filename="../mainwindow.cpp" line="160" />
        <source>未绑定窗口的终端</source>
        <translation>Terminal without a window</translation>
    </message>
    <message>
        <location filename="../mainwindow.cpp" line="160" />
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <location filename="../mainwindow.cpp" line="195" />
        <source>正在连接服务器…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <location filename="../mainwindow.cpp" line="196" />
        <source>与服务器的连接于 %1 中断，正在自动重连。屏幕上是中断前的内容，暂时不能叫号和办理。</source>
        <translation>The connection was lost at %1 and is being restored. The screen shows what was known then; calling and serving have to wait.</translation>
    </message>
    <message>
        <location filename="../mainwindow.cpp" line="213" />
        <source>%1 已结束。%2 秒内可以撤销。</source>
        <translation>%1 has ended. It can be undone for %2 s.</translation>
    </message>
    <message>
        <location filename="../mainwindow.cpp" line="122" />
        <source>没有扫出内容，请再扫一次，或改为输入号码</source>
        <translation>The code could not be read. Scan it again, or type the number</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::QueueLists</name>
    <message>
        <location filename="../view/queuelists.cpp" line="19" />
        <source>老年人优先</source>
        <translation>Senior</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="29" />
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="30" />
        <source>事项</source>
        <translation>Service item</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="31" />
        <source>办事人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="32" />
        <source>已等</source>
        <translation>Waited</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="33" />
        <source>标记</source>
        <translation>Marks</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="44" />
        <source>预约</source>
        <translation>Booked</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="46" />
        <source>久候</source>
        <translation>Long wait</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="48" />
        <source>转号</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="50" />
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="62" />
        <source>备注：%1</source>
        <translation>Note: %1</translation>
    </message>
    <message>
        <location filename="../view/queuelists.cpp" line="65" />
        <source>未登记</source>
        <translation>no ID</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::QueuePanel</name>
    <message>
        <location filename="../pages/queuepanel.cpp" line="24" />
        <source>我的队列</source>
        <translation>My queue</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="25" />
        <source>系统按规则排序，悬停可看原因</source>
        <translation>Ordered by the rules; hover for the reason</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="27" />
        <source>扫描号单二维码核对身份（Ctrl+F）</source>
        <translation>Scan a ticket's QR to see whose it is (Ctrl+F)</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="28" />
        <source>扫描号单二维码</source>
        <translation>Scan a ticket's QR code</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="34" />
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="37" />
        <source>没有人在等候</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="37" />
        <source>没有挂起的号码</source>
        <translation>No tickets on hold</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="38" />
        <source>没有可以返回的过号</source>
        <translation>No no-shows that may come back</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="39" />
        <source>有人取号后自动出现。</source>
        <translation>They appear as tickets are taken.</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="39" />
        <source>F11 挂起当前号码。</source>
        <translation>F11 puts the present ticket on hold.</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="40" />
        <source>过号后可返回的号码列在这里。</source>
        <translation>No-shows that may come back are listed here.</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="107" />
        <source>等候 %1</source>
        <translation>Waiting %1</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="107" />
        <source>挂起 %1</source>
        <translation>Held %1</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="107" />
        <source>过号 %1</source>
        <translation>No-show %1</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="108" />
        <source>等候的号码</source>
        <translation>Waiting tickets</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="108" />
        <source>挂起的号码</source>
        <translation>Tickets on hold</translation>
    </message>
    <message>
        <location filename="../pages/queuepanel.cpp" line="108" />
        <source>过号的号码</source>
        <translation>No-shows</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::ReasonPanel</name>
    <message>
        <location filename="../pages/reasonpanel.cpp" line="56" />
        <location filename="../pages/reasonpanel.cpp" line="57" />
        <source>其他原因</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <location filename="../pages/reasonpanel.cpp" line="72" />
        <source>返回（Esc）</source>
        <translation>Back (Esc)</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::Reasons</name>
    <message>
        <location filename="../pages/reasons.cpp" line="34" />
        <source>暂停服务的原因</source>
        <translation>Why the window is paused</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="35" />
        <source>外屏显示“暂停服务”和所选原因；按 F8 恢复。</source>
        <translation>The outer screen says so with the reason; F8 resumes.</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="37" />
        <source>短暂离开</source>
        <translation>Short absence</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="38" />
        <source>午餐</source>
        <translation>Lunch</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="39" />
        <source>业务会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="40" />
        <source>整理材料</source>
        <translation>Paperwork</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="41" />
        <source>系统故障</source>
        <translation>System fault</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="42" />
        <source>交接班</source>
        <translation>Change of shift</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="49" />
        <source>挂起当前号码的原因</source>
        <translation>Why the present ticket is put on hold</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="50" />
        <source>号码留在本窗口的挂起列表，可随时继续办理。</source>
        <translation>It stays in this window's held list and can be taken up at any time.</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="52" />
        <source>补充材料</source>
        <translation>Bringing more papers</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="53" />
        <source>复印或拍照</source>
        <translation>Copying or photographing</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="54" />
        <source>填写表格</source>
        <translation>Filling in a form</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="55" />
        <source>等待他人到场</source>
        <translation>Waiting for somebody</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="56" />
        <source>缴费</source>
        <translation>Paying a fee</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="58" />
        <source>挂起</source>
        <translation>Hold</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="65" />
        <source>不按顺序呼叫 %1 的原因</source>
        <translation>Why %1 is called out of order</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="67" />
        <source>原因记入审计记录，其他人的等候会变长。</source>
        <translation>The reason goes into the audit trail; the others wait longer.</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="68" />
        <source>老年人或行动不便</source>
        <translation>Elderly or disabled person</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="69" />
        <source>孕妇或携带婴幼儿</source>
        <translation>Pregnant or with an infant</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="70" />
        <source>补齐材料后返回</source>
        <translation>Back with the missing papers</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="71" />
        <source>同一人连续办理</source>
        <translation>Same person, next matter</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="72" />
        <source>紧急事由</source>
        <translation>Urgent matter</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="74" />
        <source>呼叫</source>
        <translation>Call</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="79" />
        <source>取消 %1 的原因</source>
        <translation>Why %1 is cancelled</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="81" />
        <source>取消后不再呼叫，需要时重新取号。</source>
        <translation>It will not be called any more; a new ticket can be taken.</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="82" />
        <source>本人要求</source>
        <translation>At the holder's wish</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="83" />
        <source>取错事项</source>
        <translation>Wrong item taken</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="84" />
        <source>重复取号</source>
        <translation>Taken twice</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="85" />
        <source>号单丢失，已另取号</source>
        <translation>Ticket lost, another one taken</translation>
    </message>
    <message>
        <location filename="../pages/reasons.cpp" line="87" />
        <source>取消号码</source>
        <translation>Cancel ticket</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::ScanPanel</name>
    <message>
        <location filename="../pages/scanpanel.cpp" line="22" />
        <source>返回（Esc）</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <location filename="../pages/scanpanel.cpp" line="23" />
        <source>扫描结果</source>
        <translation>Scan result</translation>
    </message>
    <message>
        <location filename="../pages/scanpanel.cpp" line="29" />
        <source>扫描到的号码</source>
        <translation>Ticket scanned</translation>
    </message>
    <message>
        <location filename="../pages/scanpanel.cpp" line="34" />
        <source>事项</source>
        <translation>Service item</translation>
    </message>
    <message>
        <location filename="../pages/scanpanel.cpp" line="35" />
        <source>办事人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <location filename="../pages/scanpanel.cpp" line="36" />
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../pages/scanpanel.cpp" line="37" />
        <source>办理窗口</source>
        <translation>Windows</translation>
    </message>
    <message>
        <location filename="../pages/scanpanel.cpp" line="53" />
        <source>未登记证件</source>
        <translation>No document registered</translation>
    </message>
    <message numerus="yes">
        <location filename="../pages/scanpanel.cpp" line="57" />
        <source>前面 %n 人</source>
        <translation>
            <numerusform>%n person ahead</numerusform>
            <numerusform>%n people ahead</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../pages/scanpanel.cpp" line="62" />
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::ServiceDesk</name>
    <message>
        <location filename="../view/servicedesk.cpp" line="80" />
        <source>正在取号，请稍候再办下一位</source>
        <translation>A number is being taken: the next person in a moment, please</translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="144" />
        <source>服务器还没有答复，正在继续询问；办下一位时，这个号码自动作废</source>
        <translation>The server has not answered yet and is asked again; with the next person this number becomes void</translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="36" />
        <source>：</source>
        <translation>: </translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="66" />
        <source>与服务器断开，恢复连接后才能办理</source>
        <translation>The server is not connected; this works again when it is back</translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="68" />
        <source>上一项操作还在办理</source>
        <translation>The last command is still under way</translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="131" />
        <location filename="../view/servicedesk.cpp" line="220" />
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="131" />
        <source>没有打印机：请读出号码，或让办事人拍下二维码</source>
        <translation>No printer: read the number out, or let the holder photograph the code</translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="153" />
        <source>请输入号码（如 A0127）、证件号，或扫描号单</source>
        <translation>Enter a number (such as A0127) or document number, or scan a ticket</translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="171" />
        <source>今天没有这样的号码</source>
        <translation>There is no such ticket today</translation>
    </message>
    <message>
        <location filename="../view/servicedesk.cpp" line="219" />
        <source>打印机不能打印：%1</source>
        <translation>The printer cannot print: %1</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::SignInPage</name>
    <message>
        <location filename="../pages/signinpage.cpp" line="44" />
        <source>大写锁定已打开</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <location filename="../pages/signinpage.cpp" line="44" />
        <location filename="../pages/signinpage.cpp" line="111" />
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <location filename="../pages/signinpage.cpp" line="47" />
        <source>例如 c1003</source>
        <translation>for example c1003</translation>
    </message>
    <message>
        <location filename="../pages/signinpage.cpp" line="54" />
        <location filename="../pages/signinpage.cpp" line="55" />
        <source>显示密码</source>
        <translation>Show the password</translation>
    </message>
    <message>
        <location filename="../pages/signinpage.cpp" line="70" />
        <source>窗口登录</source>
        <translation>Window sign-in</translation>
    </message>
    <message>
        <location filename="../pages/signinpage.cpp" line="75" />
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <location filename="../pages/signinpage.cpp" line="78" />
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <location filename="../pages/signinpage.cpp" line="111" />
        <source>正在登录…</source>
        <translation>Signing in…</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::StaffBar</name>
    <message>
        <source>正在等服务器答复…</source>
        <translation>waiting for the server…</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="92" />
        <source>在其他程序中按 %1</source>
        <translation>In other programs press %1</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="105" />
        <source>展开成整页（Ctrl+M）</source>
        <translation>Open the whole page (Ctrl+M)</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="105" />
        <source>收成窄条，总在最前（Ctrl+M）</source>
        <translation>Shrink to a bar that stays on top (Ctrl+M)</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="107" />
        <source>停靠到屏幕上边</source>
        <translation>Dock at the top of the screen</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="107" />
        <source>停靠到屏幕下边</source>
        <translation>Dock at the bottom of the screen</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="113" />
        <location filename="../pages/staffbar.cpp" line="114" />
        <source>退出登录并关闭窗口</source>
        <translation>Sign out and close the window</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="152" />
        <source>本次用时</source>
        <translation>Time so far</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="178" />
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="191" />
        <source>未绑定窗口</source>
        <translation>No window</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="191" />
        <source>%1 号窗口</source>
        <translation>Window %1</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="192" />
        <source>在线</source>
        <translation>online</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="192" />
        <source>离线</source>
        <translation>offline</translation>
    </message>
    <message numerus="yes">
        <location filename="../pages/staffbar.cpp" line="197" />
        <source>%n 人等候</source>
        <translation>
            <numerusform>%n person waiting</numerusform>
            <numerusform>%n people waiting</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="205" />
        <source>恢复</source>
        <translation>Resume</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="205" />
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="207" />
        <source>收回</source>
        <translation>Hide</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="207" />
        <source>出示</source>
        <translation>Show</translation>
    </message>
    <message>
        <location filename="../pages/staffbar.cpp" line="215" />
        <source>正在读取窗口状态</source>
        <translation>Reading the window's state</translation>
    </message>
    <message>
        <source>本窗口已停用</source>
        <translation>Switched off</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::TicketPanel</name>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="76" />
        <source>正在读取窗口状态</source>
        <translation>Reading the window's state</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="77" />
        <source>与服务器断开，恢复连接后自动继续。</source>
        <translation>The server is not connected; this goes on by itself when it is back.</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="80" />
        <source>暂停服务：%1</source>
        <translation>Paused: %1</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="81" />
        <source>按 F8 恢复服务。</source>
        <translation>F8 resumes.</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="83" />
        <source>窗口没有开启</source>
        <translation>The window is not open</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="83" />
        <source>请退出后重新登录，窗口随登录开启。</source>
        <translation>Sign out and in again; signing in opens the window.</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="86" />
        <source>可以叫号</source>
        <translation>Ready to call</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="86" />
        <source>按 F2 呼叫下一位。</source>
        <translation>F2 calls the next ticket.</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="87" />
        <source>没有人在等候</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="87" />
        <source>有人取号后，右侧会列出。</source>
        <translation>Tickets are listed on the right as they are taken.</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="99" />
        <source>未登记证件</source>
        <translation>No document registered</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="102" />
        <source>到厅 %1</source>
        <translation>arrived %1</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="106" />
        <source>等候 %1</source>
        <translation>Waiting %1</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="109" />
        <source>第 %1 次呼叫</source>
        <translation>call no. %1</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="114" />
        <source>英文服务</source>
        <translation>Service in English</translation>
    </message>
    <message>
        <location filename="../pages/ticketpanel.cpp" line="116" />
        <source>备注：%1</source>
        <translation>Note: %1</translation>
    </message>
    <message>
        <source>本窗口已停用</source>
        <translation>This window is switched off</translation>
    </message>
    <message>
        <source>管理员停用了本窗口，不能再叫号。请退出登录，或请管理员恢复。</source>
        <translation>An administrator has switched this window off: it calls nobody any more. Sign out, or ask for it to be switched on again.</translation>
    </message>
    <message>
        <source>直接办理（没有取号，Ctrl+D）</source>
        <translation>Serve directly (no number, Ctrl+D)</translation>
    </message>
    <message>
        <source>%1 秒后自动叫号</source>
        <translation>Calls by itself in %1 s</translation>
    </message>
    <message>
        <source>正在自动叫号</source>
        <translation>Calling by itself</translation>
    </message>
    <message>
        <source>按 F2 现在就叫下一位；暂时离开请按 F8 暂停。</source>
        <translation>F2 calls the next one now; press F8 to pause before you leave.</translation>
    </message>
    <message numerus="yes">
        <source>接着还要办 %n 项</source>
        <translation>
            <numerusform>then %n more business</numerusform>
            <numerusform>then %n more businesses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::TransferPanel</name>
    <message>
        <location filename="../pages/transferpanel.cpp" line="40" />
        <source>办完后转回本窗口</source>
        <translation>Back to this window afterwards</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="41" />
        <location filename="../pages/transferpanel.cpp" line="42" />
        <source>转号</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="45" />
        <source>说明（可不填）</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="46" />
        <source>转号说明</source>
        <translation>Note on the transfer</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="52" />
        <source>返回（Esc）</source>
        <translation>Back (Esc)</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="59" />
        <source>转到事项</source>
        <translation>To service item</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="60" />
        <source>转到窗口</source>
        <translation>To window</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="93" />
        <source>没有其他窗口办理该事项</source>
        <translation>No other window serves this item</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="140" />
        <source>%1 号</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="140" />
        <source>（未开）</source>
        <translation> (closed)</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="143" />
        <source>窗口未开启</source>
        <translation>Window not open</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="173" />
        <source>选择事项、窗口或两者。号码保留原来的到达时间。</source>
        <translation>Choose an item, a window or both. The ticket keeps its time of arrival.</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="175" />
        <source>转到“%1”的队列，由任一办理窗口呼叫。</source>
        <translation>To the queue of “%1”, called by any window that serves it.</translation>
    </message>
    <message>
        <location filename="../pages/transferpanel.cpp" line="176" />
        <source>按“%1”转给 %2 号窗口。</source>
        <translation>As “%1” to window %2.</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::WindowSession</name>
    <message>
        <location filename="../view/windowsession.cpp" line="18" />
        <source>登录已失效：可能已过期，或本窗口已由他人登录。请重新登录。</source>
        <translation>The session has ended: it expired, or somebody else signed in at this window. Please sign in again.</translation>
    </message>
    <message>
        <location filename="../view/windowsession.cpp" line="33" />
        <source>程序停了一段时间，为了安全请重新登录。</source>
        <translation>The program was stopped for a while. For safety, please sign in again.</translation>
    </message>
    <message>
        <location filename="../view/windowsession.cpp" line="41" />
        <source>请输入账号</source>
        <translation>Enter the account</translation>
    </message>
    <message>
        <location filename="../view/windowsession.cpp" line="43" />
        <source>请输入密码</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <location filename="../view/windowsession.cpp" line="45" />
        <source>本终端尚未登记，请联系管理员</source>
        <translation>This terminal is not enrolled; ask the administrator</translation>
    </message>
    <message>
        <location filename="../view/windowsession.cpp" line="65" />
        <source>本终端没有绑定窗口，只有服务台人员可以登录</source>
        <translation>This terminal has no window; only staff of the service desk can sign in</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::Words</name>
    <message>
        <location filename="../view/words.cpp" line="27" />
        <source>输入有误，没有办理：%1</source>
        <translation>Something entered is wrong; nothing was done: %1</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="29" />
        <source>没有找到这个号码</source>
        <translation>This ticket was not found</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="31" />
        <source>现在不能这样办理，号码或窗口的状态已改变：%1</source>
        <translation>Not possible now, the ticket or window has changed: %1</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="33" />
        <source>登录已失效，请重新登录</source>
        <translation>The session has ended; please sign in again</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="35" />
        <source>当前账号或终端没有这项权限</source>
        <translation>This account or terminal may not do that</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="37" />
        <source>操作太频繁，请稍候再试</source>
        <translation>Too often; wait a moment and try again</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="39" />
        <source>内容太长，请缩短后再试</source>
        <translation>Too long; shorten it and try again</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="41" />
        <source>服务器没有答复，可能已经办理：请看当前状态后再决定是否重试</source>
        <translation>The server did not answer; it may have been done. Look at the state before trying again</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="43" />
        <source>今日号码已发完</source>
        <translation>All numbers of today are given out</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="45" />
        <source>现在不是取号时间</source>
        <translation>No numbers are given out at this time</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="47" />
        <source>该事项或队列已停用</source>
        <translation>The item or queue is switched off</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="49" />
        <source>该队列实名取号，请先核验证件</source>
        <translation>This queue needs a document; check it first</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="51" />
        <source>此人在该队列已有未办结的号码</source>
        <translation>This person already holds an open ticket in this queue</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="53" />
        <source>窗口没有开启，请重新登录</source>
        <translation>The window is not open; please sign in again</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="55" />
        <source>窗口已暂停，请先恢复服务</source>
        <translation>The window is paused; resume first</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="57" />
        <source>请先结束当前号码</source>
        <translation>End the present ticket first</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="59" />
        <source>没有可呼叫的号码</source>
        <translation>No ticket can be called</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="61" />
        <source>重呼次数已用完，请开始服务或过号</source>
        <translation>No recalls are left; start the service or mark a no-show</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="63" />
        <source>已超过两分钟，或之后又办理了别的，不能撤销</source>
        <translation>Too late: two minutes have passed, or something else was done since</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="65" />
        <source>没有窗口办理该事项，或所选窗口不办理该事项</source>
        <translation>No window, or not the chosen one, serves this item</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="67" />
        <source>本次服务已评价，或评价页已关闭</source>
        <translation>This service was rated, or its page was closed</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="75" />
        <source>账号或密码不正确</source>
        <translation>Wrong account or password</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="77" />
        <source>该账号不能在此终端登录</source>
        <translation>This account cannot sign in at this terminal</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="79" />
        <source>输错次数太多，请稍候再试</source>
        <translation>Too many wrong attempts; try again later</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="81" />
        <source>服务器没有答复，请稍候再试</source>
        <translation>The server did not answer; try again in a moment</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="83" />
        <source>本窗口已停用，请联系管理员</source>
        <translation>This window is switched off; ask the administrator</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="85" />
        <source>您已在另一个窗口登录，请先在那里退出</source>
        <translation>You are signed in at another window; sign out there first</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="86" />
        <source>本窗口已有其他人员登录，请先让其退出</source>
        <translation>Somebody else is signed in at this window; let them sign out first</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="95" />
        <source>窗口未开启</source>
        <translation>Window not open</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="97" />
        <source>空闲，可以叫号</source>
        <translation>Free, ready to call</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="99" />
        <source>正在呼叫</source>
        <translation>Calling</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="101" />
        <source>正在办理</source>
        <translation>Serving</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="103" />
        <source>暂停服务</source>
        <translation>Paused</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="111" />
        <source>等待打印结果</source>
        <translation>waiting for the printer</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="113" />
        <source>等候中</source>
        <translation>waiting</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="115" />
        <source>已呼叫</source>
        <translation>called</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="117" />
        <source>办理中</source>
        <translation>being served</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="119" />
        <source>已挂起</source>
        <translation>on hold</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="121" />
        <source>已办结</source>
        <translation>finished</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="123" />
        <source>已过号</source>
        <translation>no-show</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="125" />
        <source>已取消</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="127" />
        <source>已作废</source>
        <translation>void</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="129" />
        <source>当日已过期</source>
        <translation>expired</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="136" />
        <source>等候已超过最长时限，最先呼叫</source>
        <translation>Waited longer than the limit: goes first</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="138" />
        <source>由其他窗口转来，按原到达时间排队</source>
        <translation>Transferred from another window, keeps its time of arrival</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="140" />
        <source>等候较久，级别已提前</source>
        <translation>Moved up a class after a long wait</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="142" />
        <source>优先级较高</source>
        <translation>Higher priority</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="144" />
        <source>过号后返回，须让过几个号码</source>
        <translation>Back after a no-show, lets some others pass</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="146" />
        <source>按到达先后</source>
        <translation>In order of arrival</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="158" />
        <source>%1 分</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location filename="../view/words.cpp" line="158" />
        <source>%1 时 %2 分</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>在预约的时间内，先办理</source>
        <translation>Within the booked time: goes first</translation>
    </message>
    <message>
        <source>您优先办理本队列</source>
        <translation>You are to call this queue first</translation>
    </message>
    <message>
        <source>您是本队列的后备，没有其他人等候时呼叫</source>
        <translation>You help out with this queue when nobody else waits</translation>
    </message>
</context>
<context>
    <name>atrium::windowterminal::DirectPanel</name>
    <message>
        <source>开始办理</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>直接办理</source>
        <translation>Serve directly</translation>
    </message>
    <message>
        <source>直接办理：请选择事项</source>
        <translation>Serve directly: which business?</translation>
    </message>
    <message>
        <source>给没有取号的办事人发一个号并立即开始办理，计入统计和评价。</source>
        <translation>Gives somebody without a number one and begins at once; it counts in figures and ratings.</translation>
    </message>
    <message>
        <source>返回（Esc）</source>
        <translation>Back (Esc)</translation>
    </message>
</context>
</TS>
