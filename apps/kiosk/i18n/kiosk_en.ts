<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AppointmentPage</name>
    <message>
        <source>预约取号</source>
        <translation>Booked visit</translation>
    </message>
    <message>
        <source>请把预约人的身份证放在读卡区</source>
        <translation>Lay the ID card of who booked on the reader</translation>
    </message>
    <message>
        <source>读出后自动取号，页面变化后再拿走。</source>
        <translation>Your number comes by itself. Take the card when the page changes.</translation>
    </message>
    <message>
        <source>也可以扫预约的二维码或条码，或输入8位预约码：</source>
        <translation>Or scan the QR or bar code of the booking, or key in its eight digits:</translation>
    </message>
    <message>
        <source>请输入8位预约码：</source>
        <translation>Key in the eight digits of the booking:</translation>
    </message>
</context>
<context>
    <name>AppointmentResultPage</name>
    <message>
        <source>我的预约</source>
        <translation>My appointments</translation>
    </message>
    <message>
        <source>没有找到您的预约。</source>
        <translation>No appointment was found.</translation>
    </message>
    <message>
        <source>请核对预约的日期和预约人；也可以返回首页现场取号，或到服务台查询。</source>
        <translation>Check the day and who booked. You may also go back and take a number, or ask at the service desk.</translation>
    </message>
</context>
<context>
    <name>AppointmentRow</name>
    <message>
        <source>取号</source>
        <translation>Take the number</translation>
    </message>
</context>
<context>
    <name>CardReading</name>
    <message>
        <source>正在读卡，请不要移动身份证。</source>
        <translation>Reading the card. Please do not move it.</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>号单没有打印出来。</source>
        <translation>The ticket was not printed.</translation>
    </message>
    <message>
        <source>这是您的号，没有纸质号单。</source>
        <translation>This is your number; there is no paper ticket.</translation>
    </message>
    <message>
        <source>请用手机扫码，或拍下此页；凭号码照常叫号。</source>
        <translation>Scan the code or take a photo of this page; you will be called as usual.</translation>
    </message>
    <message>
        <source>不要了，作废</source>
        <translation>Discard it</translation>
    </message>
    <message>
        <source>已保存，要这个号</source>
        <translation>Saved, keep it</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <source>您到哪个部门办事？</source>
        <translation>Which department?</translation>
    </message>
    <message>
        <source>看哪个部门的办事指南？</source>
        <translation>Guides of which department?</translation>
    </message>
    <message>
        <source>不清楚部门？输入业务名称的首字母</source>
        <translation>Not sure? Type the first letters of your business</translation>
    </message>
    <message>
        <source>还没有可以取号的业务。</source>
        <translation>There is no business to take a number for yet.</translation>
    </message>
    <message>
        <source>请到服务台，工作人员会帮您。</source>
        <translation>Please go to the service desk; the staff will help you.</translation>
    </message>
</context>
<context>
    <name>FloorArea</name>
    <message>
        <source>等候 %1</source>
        <translation>%1 waiting</translation>
    </message>
</context>
<context>
    <name>FloorsPage</name>
    <message>
        <source>楼层和窗口</source>
        <translation>Floors and windows</translation>
    </message>
    <message>
        <source>大厅的楼层还没有录入。</source>
        <translation>The floors of this hall are not entered yet.</translation>
    </message>
    <message>
        <source>请到服务台问路，工作人员会帮您。</source>
        <translation>Please ask at the service desk.</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>取号时间</source>
        <translation>Numbers are given</translation>
    </message>
    <message>
        <source>指南内容是中文。</source>
        <translation>The guide is written in Chinese.</translation>
    </message>
    <message>
        <source>这份指南还在整理，内容可能不全。</source>
        <translation>This guide is still being written and may not be complete.</translation>
    </message>
    <message>
        <source>有不清楚的地方，请问窗口或服务台。</source>
        <translation>Please ask at the window or the service desk about anything unclear.</translation>
    </message>
    <message>
        <source>办理对象</source>
        <translation>For</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time needed</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>现在排队</source>
        <translation>Waiting now</translation>
    </message>
    <message>
        <source>需要带的材料</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>受理条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>办理流程</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>取这项业务的号</source>
        <translation>Take a number for this</translation>
    </message>
</context>
<context>
    <name>HolderLine</name>
    <message>
        <source>可以继续取号：号码显示在屏幕上，请用手机扫码或拍照。</source>
        <translation>You can go on: the number appears on the screen, to scan or photograph.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>这台机器现在不能取号：还没有连上服务器。</source>
        <translation>This machine cannot give numbers now: it has not reached the server yet.</translation>
    </message>
    <message>
        <source>请到服务台取号，工作人员会帮您。</source>
        <translation>Please get your number at the service desk; the staff will help you.</translation>
    </message>
    <message>
        <source>工作人员：请检查网线和服务器。连上以后，本页会自己变成首页。</source>
        <translation>Staff: please check the network cable and the server. Once it is connected, the home page comes by itself.</translation>
    </message>
    <message>
        <source>要办什么事？输入拼音首字母，例如 gssl 公司设立</source>
        <translation>What do you need? Type its first letters</translation>
    </message>
    <message>
        <source>现场取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>刷身份证或点选业务</source>
        <translation>By ID card or by touch</translation>
    </message>
    <message>
        <source>打印机暂不可用，号码显示在屏幕上</source>
        <translation>No printer now: your number comes on the screen</translation>
    </message>
    <message>
        <source>点选部门和业务</source>
        <translation>By touch, step by step</translation>
    </message>
    <message>
        <source>查号退号</source>
        <translation>My tickets</translation>
    </message>
    <message>
        <source>还要等几人，不办了可退</source>
        <translation>See the wait, or give one back</translation>
    </message>
    <message>
        <source>按名称查找</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>输入首字母找业务</source>
        <translation>Type letters to find a business</translation>
    </message>
    <message>
        <source>手输证件取号</source>
        <translation>Key in an ID</translation>
    </message>
    <message>
        <source>没带身份证，或为单位办事</source>
        <translation>Without a card, or for a company</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>要带什么，多久办好</source>
        <translation>What to bring, how long it takes</translation>
    </message>
    <message>
        <source>楼层窗口</source>
        <translation>Floors</translation>
    </message>
    <message>
        <source>哪个部门在几楼几号</source>
        <translation>Which department is where</translation>
    </message>
    <message>
        <source>此刻大厅</source>
        <translation>The hall now</translation>
    </message>
    <message>
        <source>等候人数与预计等候</source>
        <translation>people waiting, expected wait</translation>
    </message>
    <message>
        <source>预约取号</source>
        <translation>Booked visit</translation>
    </message>
    <message>
        <source>已约好时间，来取号</source>
        <translation>Here at a booked time</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>查询或退号</source>
        <translation>Look up or give back</translation>
    </message>
    <message>
        <source>这项业务需要实名取号</source>
        <translation>This business needs your identity</translation>
    </message>
    <message>
        <source>任选一种方式，查看还要等几人。</source>
        <translation>Choose one way to see how many are before you.</translation>
    </message>
    <message>
        <source>任选一种方式，随后自动取号。</source>
        <translation>Choose one way; your number follows by itself.</translation>
    </message>
    <message>
        <source>请把身份证放在读卡区</source>
        <translation>Lay your ID card on the reader</translation>
    </message>
    <message>
        <source>读卡器暂时不能用</source>
        <translation>The card reader is not working</translation>
    </message>
    <message>
        <source>读卡区有身份证标志；放好后不要移动，页面变化后再拿走。</source>
        <translation>The reader carries a card sign. Leave the card there until the page changes.</translation>
    </message>
    <message>
        <source>请用下面的方式，或到服务台办理。</source>
        <translation>Please use a way below, or go to the service desk.</translation>
    </message>
    <message>
        <source>输入证件号码</source>
        <translation>Key in a number</translation>
    </message>
    <message>
        <source>身份证号码，或单位的统一社会信用代码</source>
        <translation>ID number, or an organisation's unified social credit code</translation>
    </message>
    <message>
        <source>扫号单上的二维码</source>
        <translation>Scan the code on your ticket</translation>
    </message>
    <message>
        <source>扫电子营业执照上的代码</source>
        <translation>Scan the code of the e-licence</translation>
    </message>
    <message>
        <source>对准屏幕下方的扫码窗口。</source>
        <translation>Hold it to the scanner below the screen.</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>实名</source>
        <translation>ID needed</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take the number</translation>
    </message>
    <message>
        <source>看指南</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>第 %1 项</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>ItemsPage</name>
    <message>
        <source>最常办</source>
        <translation>Most taken</translation>
    </message>
    <message>
        <source>按字母</source>
        <translation>By letter</translation>
    </message>
    <message>
        <source>这个部门现在没有可以取号的业务。</source>
        <translation>This department has no business to take a number for.</translation>
    </message>
    <message>
        <source>请返回另选，或到服务台咨询。</source>
        <translation>Please go back, or ask at the service desk.</translation>
    </message>
    <message>
        <source>一个号办几件事</source>
        <translation>Several on one number</translation>
    </message>
</context>
<context>
    <name>KeyIdentityPage</name>
    <message>
        <source>请输入证件号码</source>
        <translation>Key in the number</translation>
    </message>
    <message>
        <source>个人用身份证号码，单位用统一社会信用代码，都是 18 位。</source>
        <translation>A person's ID number or an organisation's unified social credit code: 18 characters.</translation>
    </message>
</context>
<context>
    <name>LookupResultPage</name>
    <message>
        <source>今天的号</source>
        <translation>Today's tickets</translation>
    </message>
    <message>
        <source>要退号，请在“查号退号”里放上取号时的身份证。</source>
        <translation>To give it back, choose “My tickets” and lay the ID card it was taken with.</translation>
    </message>
    <message>
        <source>今天没有用这个证件取的号。</source>
        <translation>No number was taken with this document today.</translation>
    </message>
    <message>
        <source>不带证件取的号，请扫号单上的二维码。</source>
        <translation>For a number taken without a document, scan the code on the ticket.</translation>
    </message>
</context>
<context>
    <name>LookupRow</name>
    <message>
        <source>我回来了，报到</source>
        <translation>I am back: report</translation>
    </message>
    <message>
        <source>不办了，退号</source>
        <translation>Give it back</translation>
    </message>
    <message>
        <source>退号后要重新排队。确定退 %1 吗？</source>
        <translation>You would have to queue anew. Give %1 back?</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>确定退号</source>
        <translation>Give it back</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>自助取号机</source>
        <translation>Ticket kiosk</translation>
    </message>
    <message>
        <source>与服务器的连接中断，正在重新连接。</source>
        <translation>The connection to the server is lost; connecting again.</translation>
    </message>
    <message>
        <source>可以查看部门和业务；取号请到服务台。</source>
        <translation>Departments and businesses can be viewed; for a number go to the service desk.</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>号码显示在屏幕上</source>
        <translation>Show it on the screen</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>留下手机号，快到号时短信提醒您</source>
        <translation>Leave a mobile number to be told when your turn is near</translation>
    </message>
    <message>
        <source>可以不留。手机号只用于今天的提醒，当天删除。</source>
        <translation>You need not. The number serves today's messages alone and is deleted after the day.</translation>
    </message>
    <message>
        <source>不留手机号，直接取号</source>
        <translation>No messages, just the ticket</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>比平时久，还在取号</source>
        <translation>It takes longer than usual</translation>
    </message>
    <message>
        <source>您可以再等一会儿，也可以返回，或到服务台取号。</source>
        <translation>You can wait a little, go back, or ask at the service desk.</translation>
    </message>
    <message>
        <source>正在取号，请稍候</source>
        <translation>Getting your number, please wait</translation>
    </message>
    <message>
        <source>号单从屏幕下方的出纸口出来，请等它切断后再取。</source>
        <translation>The ticket comes out below the screen. Please take it once it is cut.</translation>
    </message>
    <message>
        <source>号码马上显示在屏幕上。</source>
        <translation>The number appears on the screen in a moment.</translation>
    </message>
</context>
<context>
    <name>QueueDoor</name>
    <message>
        <source>上午 %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>下午 %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>暂停取号</source>
        <translation>No numbers for now</translation>
    </message>
    <message>
        <source>今日号已取完</source>
        <translation>No numbers left today</translation>
    </message>
    <message>
        <source>不在取号时间</source>
        <translation>No numbers at this time</translation>
    </message>
    <message>
        <source>暂无窗口办理</source>
        <translation>No window does this now</translation>
    </message>
    <message>
        <source>明天可以取号</source>
        <translation>Numbers again tomorrow</translation>
    </message>
    <message>
        <source>%1 开始取号</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>明天%1 开始取号</source>
        <translation>tomorrow from %1</translation>
    </message>
    <message>
        <source>%1%2 开始取号</source>
        <translation>%1 from %2</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>每天</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>%1至%2</source>
        <translation>%1–%2</translation>
    </message>
</context>
<context>
    <name>QuietPage</name>
    <message>
        <source>触摸屏幕开始，或放上身份证</source>
        <translation>Touch to begin, or lay your ID card</translation>
    </message>
    <message>
        <source>触摸屏幕开始</source>
        <translation>Touch to begin</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>您要办什么业务？</source>
        <translation>What do you need?</translation>
    </message>
    <message>
        <source>按拼音首字母，例如 GSSL 公司设立</source>
        <translation>First letters of the words</translation>
    </message>
    <message numerus="yes">
        <source>%n 项</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>正在读取业务名称，马上就好。</source>
        <translation>Reading the names. It takes a moment.</translation>
    </message>
    <message>
        <source>逐个点首字母：想办“公司设立登记”，点 G S S L D J；点几个就够。</source>
        <translation>Touch the letters of its name; a few are enough.</translation>
    </message>
    <message>
        <source>没有找到。请删去几个字母，或返回按部门查找。</source>
        <translation>Nothing found. Delete some letters, or go back and choose a department.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>今天的号已经取完。</source>
        <translation>All numbers of today are given out.</translation>
    </message>
    <message>
        <source>现在不是这项业务的取号时间。</source>
        <translation>Numbers for this business are not given out at this time.</translation>
    </message>
    <message>
        <source>这项业务今天暂停取号。</source>
        <translation>This business gives out no numbers today.</translation>
    </message>
    <message>
        <source>您在这项业务已有等候中的号。</source>
        <translation>You already hold a waiting number for this business.</translation>
    </message>
    <message>
        <source>这项业务需要实名取号。</source>
        <translation>This business needs your identity.</translation>
    </message>
    <message>
        <source>现在没有窗口办理这项业务。</source>
        <translation>No window serves this business now.</translation>
    </message>
    <message>
        <source>没有找到这个号。</source>
        <translation>This number was not found.</translation>
    </message>
    <message>
        <source>与服务器的连接中断，暂时不能取号和查号。</source>
        <translation>The connection to the server is lost; numbers cannot be taken or looked up.</translation>
    </message>
    <message>
        <source>操作太频繁，请稍等一会儿。</source>
        <translation>Too many requests. Please wait a moment.</translation>
    </message>
    <message>
        <source>本机没有获得办理许可。</source>
        <translation>This machine has no permission.</translation>
    </message>
    <message>
        <source>没有取到号，您的操作没有生效。</source>
        <translation>No number was taken; nothing was changed.</translation>
    </message>
    <message>
        <source>请明天再来，或到服务台咨询。</source>
        <translation>Please come again tomorrow, or ask at the service desk.</translation>
    </message>
    <message>
        <source>取号时间请看大厅公告，或到服务台咨询。</source>
        <translation>See the hall's notice for the hours, or ask at the service desk.</translation>
    </message>
    <message>
        <source>在首页选“查号退号”可以看到它；办完或退号后才能再取。</source>
        <translation>Choose “My tickets” on the first page to see it; take another after it is served or given back.</translation>
    </message>
    <message>
        <source>请返回，放上身份证或输入证件号码。</source>
        <translation>Go back and lay your ID card or key in its number.</translation>
    </message>
    <message>
        <source>请核对后再试一次，或到服务台查询。</source>
        <translation>Please check and try again, or ask at the service desk.</translation>
    </message>
    <message>
        <source>您仍可查看部门和业务；取号请到服务台，工作人员会帮您。</source>
        <translation>You can still view departments and businesses; for a number go to the service desk.</translation>
    </message>
    <message>
        <source>请返回再试一次，或到服务台，工作人员会帮您。</source>
        <translation>Go back and try again, or go to the service desk.</translation>
    </message>
    <message>
        <source>身份证拿开得太早，请再放一次，等页面变化后再拿走。</source>
        <translation>The card was taken away too early. Lay it again and leave it until the page changes.</translation>
    </message>
    <message>
        <source>没有读出身份证，请平放在读卡区再试一次。</source>
        <translation>The card was not read. Lay it flat on the reader and try again.</translation>
    </message>
    <message>
        <source>这张卡不能在本机使用，请放身份证或居留证件。</source>
        <translation>This card cannot be used here. Please lay an ID or residence card.</translation>
    </message>
    <message>
        <source>卡内信息不完整，请到服务台办理。</source>
        <translation>The card's data are incomplete. Please go to the service desk.</translation>
    </message>
    <message>
        <source>打印机缺纸。</source>
        <translation>The printer is out of paper.</translation>
    </message>
    <message>
        <source>打印机盖未合上。</source>
        <translation>The printer's cover is open.</translation>
    </message>
    <message>
        <source>打印机暂时不能用。</source>
        <translation>The printer is not working.</translation>
    </message>
</context>
<context>
    <name>TicketExtras</name>
    <message numerus="yes">
        <source>请准备好 %n 样材料</source>
        <translation>
            <numerusform>Please have %n paper ready</numerusform>
            <numerusform>Please have %n papers ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketFacts</name>
    <message>
        <source>手机扫一扫</source>
        <translation>Scan with a phone</translation>
    </message>
    <message>
        <source>随时看前面还有几人。</source>
        <translation>See at any time how many are before you.</translation>
    </message>
</context>
<context>
    <name>TicketFigures</name>
    <message>
        <source>前面等候</source>
        <translation>Ahead of you</translation>
    </message>
    <message>
        <source>预计等候</source>
        <translation>Expected wait</translation>
    </message>
    <message>
        <source>办理窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>办理窗口</source>
        <comment>several</comment>
        <translation>Windows</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>请扫码或拍下此页</source>
        <translation>Scan the code or photograph this page</translation>
    </message>
    <message>
        <source>号单已打印，请取走</source>
        <translation>Printed – please take your ticket</translation>
    </message>
    <message>
        <source>打印机没有应答，号码有效。</source>
        <translation>The printer did not answer. Your number is valid.</translation>
    </message>
    <message>
        <source>如果号单没有出来，请扫码或拍下此页。</source>
        <translation>If no ticket came out, scan the code or photograph this page.</translation>
    </message>
    <message>
        <source>再取一个号</source>
        <translation>One more number</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::AppointmentFlow</name>
    <message>
        <source>今天 %1</source>
        <translation>Today %1</translation>
    </message>
    <message>
        <source>明天 %1</source>
        <translation>Tomorrow %1</translation>
    </message>
    <message>
        <source>输错次数太多，请稍后再试，或放上身份证。</source>
        <translation>Too many wrong codes. Wait a while, or lay your ID card.</translation>
    </message>
    <message>
        <source>没有找到这个预约。请核对8位预约码，或放上预约人的身份证。</source>
        <translation>No such booking. Check the eight digits, or lay the ID card of who booked.</translation>
    </message>
    <message>
        <source>已经取号，请看号单。</source>
        <translation>The number was taken already; look at the ticket.</translation>
    </message>
    <message>
        <source>已经取号：%1，请听叫号。</source>
        <translation>The number was taken: %1. Please wait for the call.</translation>
    </message>
    <message>
        <source>已经取消。请重新预约，或现场取号。</source>
        <translation>Cancelled. Book again, or take a number.</translation>
    </message>
    <message>
        <source>预约时间已过。请重新预约，或现场取号。</source>
        <translation>This time is over. Book again, or take a number.</translation>
    </message>
    <message>
        <source>还没有到日子，请在预约当天来取号。</source>
        <translation>Not today: come back on that day.</translation>
    </message>
    <message>
        <source>请放上身份证，或输入8位预约码取号。</source>
        <translation>Lay your ID card or key in the eight digits to take the number.</translation>
    </message>
    <message>
        <source>来早了，请在 %1 以后取号。</source>
        <translation>You are early: take the number from %1 on.</translation>
    </message>
    <message>
        <source>可以取号，到号优先办理。</source>
        <translation>You can take the number now and will be called first.</translation>
    </message>
    <message>
        <source>预约时间已过，仍可取号，按现场顺序办理。</source>
        <translation>The booked time is over. You can still take a number and wait in the ordinary order.</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::Catalogue</name>
    <message>
        <source>%1（本级）</source>
        <translation>%1 (main office)</translation>
    </message>
    <message numerus="yes">
        <source>%n 项业务</source>
        <translation>
            <numerusform>%n business</numerusform>
            <numerusform>%n businesses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::FloorDirectory</name>
    <message>
        <source>您在这一层</source>
        <translation>You are on this floor</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::Guide</name>
    <message>
        <source>当场办结</source>
        <translation>on the spot</translation>
    </message>
    <message numerus="yes">
        <source>%n 个工作日</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 份</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>视情况提交</source>
        <translation>only in some cases</translation>
    </message>
    <message>
        <source>个人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>enterprises</translation>
    </message>
    <message>
        <source>个人和企业</source>
        <translation>people and enterprises</translation>
    </message>
    <message>
        <source>承诺 %1</source>
        <translation>promised: %1</translation>
    </message>
    <message>
        <source>法定 %1</source>
        <translation>by law: %1</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::HallLoad</name>
    <message>
        <source>%1 号窗口</source>
        <translation>windows %1</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <comment>one window</comment>
        <translation>window %1</translation>
    </message>
    <message numerus="yes">
        <source>前面 %n 人</source>
        <translation>
            <numerusform>%n ahead</numerusform>
            <numerusform>%n ahead</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 人</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>窗口暂未开放</source>
        <translation>no window open</translation>
    </message>
    <message>
        <source>超过 2 小时</source>
        <translation>over 2 h</translation>
    </message>
    <message>
        <source>马上办理</source>
        <translation>no waiting</translation>
    </message>
    <message>
        <source>%1 分钟以上</source>
        <translation>over %1 min</translation>
    </message>
    <message numerus="yes">
        <source>%n 分钟内</source>
        <translation>
            <numerusform>within %n min</numerusform>
            <numerusform>within %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>约 %1–%2 分钟</source>
        <translation>%1–%2 min</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::HomeModel</name>
    <message>
        <source>自助机 %1</source>
        <translation>kiosk %1</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::Kiosk</name>
    <message>
        <source>卡上的号码没有通过校验，请到服务台办理。</source>
        <translation>The number on the card fails its check. Please go to the service desk.</translation>
    </message>
    <message>
        <source>扫到的不是号单，也不是有效的身份证号码或统一社会信用代码。</source>
        <translation>This is neither a ticket nor a valid ID number or unified social credit code.</translation>
    </message>
    <message>
        <source>没有扫出内容，请对准扫码窗口再扫一次；仍扫不出时，请到服务台办理。</source>
        <translation>The code could not be read. Please hold it before the scanner once more; if that does not help, go to the service desk.</translation>
    </message>
    <message>
        <source>一个号最多办五项业务，请先取号。</source>
        <translation>One number is for five businesses at most. Please take the number first.</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::LookupFlow</name>
    <message>
        <source>等候中</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>正在叫号</source>
        <translation>Being called</translation>
    </message>
    <message>
        <source>正在叫号，请到 %1 号窗口</source>
        <translation>Called: go to window %1</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Being served</translation>
    </message>
    <message>
        <source>暂时挂起，请听窗口通知</source>
        <translation>On hold at the window</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>已过号，请到服务台</source>
        <translation>Missed: go to the service desk</translation>
    </message>
    <message>
        <source>已退号</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>当日已结束</source>
        <translation>The day has ended</translation>
    </message>
    <message>
        <source>已过号，请报到</source>
        <translation>Passed: please report</translation>
    </message>
    <message>
        <source>服务器没有应答，号码没有退。请再试一次，或到服务台。</source>
        <translation>The server did not answer; the number was not given back. Try again, or go to the service desk.</translation>
    </message>
    <message>
        <source>这个号现在不能退，请到服务台。</source>
        <translation>This number cannot be given back now. Please go to the service desk.</translation>
    </message>
    <message>
        <source>%1 已报到，请听叫号。</source>
        <translation>%1 has reported. Listen for the call.</translation>
    </message>
    <message>
        <source>服务器没有应答，没有报到。请再试一次，或到服务台。</source>
        <translation>The server did not answer; you have not reported. Try again, or ask at the service desk.</translation>
    </message>
    <message>
        <source>这个号现在不能报到，请到服务台。</source>
        <translation>This number cannot report now. Please ask at the service desk.</translation>
    </message>
    <message>
        <source>%1 已退号。</source>
        <translation>%1 was given back.</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::Messages</name>
    <message>
        <source>与服务器的连接已经恢复。</source>
        <translation>The connection to the server is back.</translation>
    </message>
    <message>
        <source>请返回再试一次。</source>
        <translation>Please go back and try again.</translation>
    </message>
    <message>
        <source>打印机已经恢复。</source>
        <translation>The printer works again.</translation>
    </message>
    <message>
        <source>请返回，再点一次要办的业务。</source>
        <translation>Please go back and choose your business again.</translation>
    </message>
    <message>
        <source>这个号没有登记成功，号单无效。</source>
        <translation>This number was not registered: the ticket is not valid.</translation>
    </message>
    <message>
        <source>请重新取号，或拿着号单到服务台，工作人员会帮您。</source>
        <translation>Please take another, or show the ticket at the service desk, where staff will help you.</translation>
    </message>
    <message>
        <source>号码可以显示在屏幕上，用手机扫码或拍照保存，同样有效。</source>
        <translation>The number can be shown on the screen, to scan or photograph; it is just as valid.</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::PhoneEntry</name>
    <message>
        <source>手机号是 11 位，以 13 至 19 开头，请对照检查。</source>
        <translation>A mobile number has 11 digits and begins with 13 to 19. Please check it.</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::TicketCard</name>
    <message>
        <source>%1 号</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>快到号和叫号时，会发短信到 %1</source>
        <translation>Messages about your turn will go to %1</translation>
    </message>
</context>
<context>
    <name>atrium::kiosk::Visitor</name>
    <message>
        <source>请先输入号码。</source>
        <translation>Please key in a number first.</translation>
    </message>
    <message>
        <source>位数不对：身份证号码和统一社会信用代码都是 18 位。</source>
        <translation>Wrong length: both kinds of number have 18 characters.</translation>
    </message>
    <message>
        <source>15 位旧身份证号码已停用，请输入 18 位号码。</source>
        <translation>Old numbers of 15 digits are out of use. Please key in 18.</translation>
    </message>
    <message>
        <source>有不该出现的字符，请对照证件逐位检查。</source>
        <translation>A character cannot stand there. Please compare with the document.</translation>
    </message>
    <message>
        <source>前两位不是有效的地区代码，请对照证件检查。</source>
        <translation>The first two digits are no region code. Please compare with the document.</translation>
    </message>
    <message>
        <source>第 7 至 14 位不是有效的出生日期，请对照证件检查。</source>
        <translation>Digits 7 to 14 are no valid date of birth. Please compare with the document.</translation>
    </message>
    <message>
        <source>号码有误（校验位不符），请对照证件逐位检查。</source>
        <translation>The number is wrong (its check character does not fit). Please compare with the document.</translation>
    </message>
</context>
<context>
    <name>BasketBar</name>
    <message>
        <source>请依次点选要办的业务，最多五项</source>
        <translation>Touch what you want to do, in order; five at most</translation>
    </message>
    <message>
        <source>一个号，依次办理：</source>
        <translation>One number, in this order:</translation>
    </message>
    <message>
        <source>不用了</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take number</translation>
    </message>
</context>
</TS>
