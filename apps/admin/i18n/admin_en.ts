<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>Audit</name>
    <message>
        <source>删除个人信息</source>
        <translation>Erased a person</translation>
    </message>
    <message>
        <source>更换密钥</source>
        <translation>Replaced the keys</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>%1：已修改</source>
        <translation>%1: changed</translation>
    </message>
    <message>
        <source>%1：%2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>另有 %1 项</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>修改设置</source>
        <translation>Changed a record</translation>
    </message>
    <message>
        <source>删除设置</source>
        <translation>Deleted a record</translation>
    </message>
    <message>
        <source>导入大厅包</source>
        <translation>Imported a hall package</translation>
    </message>
    <message>
        <source>上传图片</source>
        <translation>Uploaded a picture</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>日终</source>
        <translation>Close of day</translation>
    </message>
    <message>
        <source>设置密码</source>
        <translation>Set a password</translation>
    </message>
    <message>
        <source>取登记码</source>
        <translation>Got an enrolment code</translation>
    </message>
    <message>
        <source>登记设备</source>
        <translation>Enrolled a device</translation>
    </message>
    <message>
        <source>停用设备</source>
        <translation>Revoked a device</translation>
    </message>
    <message>
        <source>确认告警</source>
        <translation>Acknowledged an alarm</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Issued a ticket</translation>
    </message>
    <message>
        <source>打印号单</source>
        <translation>Printed a ticket</translation>
    </message>
    <message>
        <source>再请评价</source>
        <translation>Asked for a rating again</translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>Recalled</translation>
    </message>
    <message>
        <source>开始办理</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>过号报到</source>
        <translation>passed holder reported</translation>
    </message>
    <message>
        <source>过号再排</source>
        <translation>Queued again</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>取回挂起</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>转号</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>取消号单</source>
        <translation>Cancelled a ticket</translation>
    </message>
    <message>
        <source>在服务器的命令行上</source>
        <translation>At the server's command line</translation>
    </message>
    <message>
        <source>接管窗口</source>
        <translation>Took the window over</translation>
    </message>
    <message>
        <source>撤销办结或过号</source>
        <translation>Undid finish or no-show</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>服务器</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>号单 %1</source>
        <translation>Ticket %1</translation>
    </message>
    <message>
        <source>出示指南</source>
        <translation>Show a guide</translation>
    </message>
    <message>
        <source>%1（已删除）</source>
        <translation>%1 (deleted)</translation>
    </message>
    <message>
        <source>告警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>往日的号单</source>
        <translation>Ticket of another day</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>个人信息</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>原先是 %1</source>
        <translation>Before: %1</translation>
    </message>
    <message>
        <source>大厅里没有这个人</source>
        <translation>The hall knows no such person</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>booked a time</translation>
    </message>
    <message>
        <source>一个预约</source>
        <translation>an appointment</translation>
    </message>
    <message>
        <source>取消预约</source>
        <translation>cancelled an appointment</translation>
    </message>
    <message>
        <source>预约取号</source>
        <translation>took up an appointment</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>必须填写。</source>
        <translation>This is needed.</translation>
    </message>
    <message>
        <source>太长：最多 %1 个字，请缩短。</source>
        <translation>Too long: at most %1 characters; please shorten it.</translation>
    </message>
    <message>
        <source>含有不能显示的控制字符，请删去后重新输入。</source>
        <translation>Holds control characters; remove them and type it again.</translation>
    </message>
    <message>
        <source>缺少 %1，请加上，否则播报里没有它。</source>
        <translation>%1 is missing; add it, or it will not be spoken.</translation>
    </message>
    <message>
        <source>只能是 3 或 5。</source>
        <translation>Only 3 or 5.</translation>
    </message>
    <message>
        <source>应在 %1 到 %2 之间。</source>
        <translation>Must be between %1 and %2.</translation>
    </message>
    <message>
        <source>开始要早于结束，请改正时间。</source>
        <translation>The start must be before the end; please mend the times.</translation>
    </message>
    <message>
        <source>至少选一项。</source>
        <translation>Choose at least one.</translation>
    </message>
    <message>
        <source>最多 %1 条，请删去一些。</source>
        <translation>At most %1 entries; please remove some.</translation>
    </message>
    <message>
        <source>是空的，请填写或删去这一行。</source>
        <translation>is empty; fill it in or remove the row.</translation>
    </message>
    <message>
        <source>第 %1 行：%2</source>
        <translation>Row %1: %2</translation>
    </message>
    <message>
        <source>「%1」已用了它，请换一个。</source>
        <translation>“%1” already has it; please choose another.</translation>
    </message>
    <message>
        <source>请选一个。</source>
        <translation>Choose one.</translation>
    </message>
    <message>
        <source>所选的记录已不存在，请另选一个。</source>
        <translation>The chosen record is gone; please choose another.</translation>
    </message>
    <message>
        <source>要一个或两个大写字母，例如 A 或 AB。</source>
        <translation>One or two capital letters, such as A or AB.</translation>
    </message>
    <message>
        <source>窗口外屏要属于一个窗口，请选一个。</source>
        <translation>An outer screen belongs to a window; please choose one.</translation>
    </message>
    <message>
        <source>部门不能在自己之下，请选别的上级。</source>
        <translation>A department cannot be below itself; choose another parent.</translation>
    </message>
    <message>
        <source>不能小于 0。</source>
        <translation>Must not be below 0.</translation>
    </message>
    <message>
        <source>最多 %1 个字，多出的没有填入。</source>
        <translation>At most %1 characters: the rest was not taken.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>显示在每一块屏幕和号单上</source>
        <translation>Shown on every screen and ticket</translation>
    </message>
    <message>
        <source>名称与外观</source>
        <translation>Name and look</translation>
    </message>
    <message>
        <source>英文名称</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>徽标</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>PNG 或 JPEG，不超过 4 MiB</source>
        <translation>PNG or JPEG, at most 4 MiB</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>保存后所有屏幕立即更换，不需重启</source>
        <translation>Every screen follows at once when saved, without a restart</translation>
    </message>
    <message>
        <source>公告</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>自助机安静时显示的话</source>
        <translation>Shown by kiosks while nobody uses them</translation>
    </message>
    <message>
        <source>英文公告</source>
        <translation>English notice</translation>
    </message>
    <message>
        <source>评价等级</source>
        <translation>Rating grades</translation>
    </message>
    <message>
        <source>外屏显示五级或三级；三级记为 5、4、2 分</source>
        <translation>Outer screens show five or three; three are stored as 5, 4 and 2</translation>
    </message>
    <message>
        <source>评价</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>公开网址</source>
        <translation>Public address</translation>
    </message>
    <message>
        <source>号单二维码的地址以它开头，例如 https://hall.example.cn</source>
        <translation>A ticket's QR code begins with it, e.g. https://hall.example.cn</translation>
    </message>
    <message>
        <source>时区</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>IANA 名称，例如 Asia/Shanghai</source>
        <translation>IANA name, such as Asia/Shanghai</translation>
    </message>
    <message>
        <source>楼层</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>层号</source>
        <translation>Storey</translation>
    </message>
    <message>
        <source>地面一层为 1，地下为负数</source>
        <translation>The first floor is 1, basements are negative</translation>
    </message>
    <message>
        <source>等候区</source>
        <translation>Waiting area</translation>
    </message>
    <message>
        <source>叫号屏样式</source>
        <translation>Board style</translation>
    </message>
    <message>
        <source>本区播放端的样式；单台播放端可另选</source>
        <translation>For the area's players; one player may differ</translation>
    </message>
    <message>
        <source>叫号屏</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>字幕</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>在叫号屏下方滚动</source>
        <translation>Rolls along the foot of the board</translation>
    </message>
    <message>
        <source>英文字幕</source>
        <translation>English caption</translation>
    </message>
    <message>
        <source>播报语言</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>语音播报</source>
        <translation>Announcements</translation>
    </message>
    <message>
        <source>语速</source>
        <translation>Speed of speech</translation>
    </message>
    <message>
        <source>100 为引擎原来的速度</source>
        <translation>100 is the engine's own speed</translation>
    </message>
    <message>
        <source>音量</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>播报遍数</source>
        <translation>Times spoken</translation>
    </message>
    <message>
        <source>遍</source>
        <translation>times</translation>
    </message>
    <message>
        <source>中文播报词</source>
        <translation>Chinese pattern</translation>
    </message>
    <message>
        <source>{number} 处读号码，{window} 处读窗口号</source>
        <translation>{number} and {window} are put in</translation>
    </message>
    <message>
        <source>英文播报词</source>
        <translation>English pattern</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>窗口条屏上用，例如 住建局</source>
        <translation>For a window's strip</translation>
    </message>
    <message>
        <source>上级部门</source>
        <translation>Parent department</translation>
    </message>
    <message>
        <source>留空即为一级部门</source>
        <translation>Empty: a top department</translation>
    </message>
    <message>
        <source>顺序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>小的排在前面</source>
        <translation>Smaller ones come first</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>读音</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>拼音检索读错时填写，音节间空一格；平时留空</source>
        <translation>Only where the pinyin search reads it wrongly; syllables separated by blanks</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>本事项的号单在这里等候</source>
        <translation>Tickets for this item wait here</translation>
    </message>
    <message>
        <source>服务对象</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>事项类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>停用后自助机上不再出现</source>
        <translation>Switched off it disappears from the kiosks</translation>
    </message>
    <message>
        <source>受理条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>申请材料</source>
        <translation>Materials</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>必交</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>办理步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>法律依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>没有核对过的写 依据待核</source>
        <translation>Write 依据待核 where nobody has checked it</translation>
    </message>
    <message>
        <source>法律法规</source>
        <translation>Law</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>法定时限</source>
        <translation>Legal time limit</translation>
    </message>
    <message>
        <source>0 为当场办结</source>
        <translation>0: on the spot</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>working days</translation>
    </message>
    <message>
        <source>承诺时限</source>
        <translation>Promised time limit</translation>
    </message>
    <message>
        <source>收费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>不收费，或金额与依据</source>
        <translation>None, or amount and basis</translation>
    </message>
    <message>
        <source>指南已齐全</source>
        <translation>Guide is complete</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff member</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photograph</translation>
    </message>
    <message>
        <source>显示在窗口外屏；PNG 或 JPEG，不超过 4 MiB</source>
        <translation>Shown on the outer screen; PNG or JPEG, at most 4 MiB</translation>
    </message>
    <message>
        <source>公示卡</source>
        <translation>Public card</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>英文姓名</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>星级</source>
        <translation>Stars</translation>
    </message>
    <message>
        <source>星</source>
        <translation>stars</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>账号与权限</source>
        <translation>Account and rights</translation>
    </message>
    <message>
        <source>服务台</source>
        <translation>Service desk</translation>
    </message>
    <message>
        <source>可在窗口终端取号、查号、补打和取消</source>
        <translation>May issue, find, reprint and cancel tickets</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>登录时输入；留空则不能登录</source>
        <translation>For signing in; empty: cannot sign in</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>停用后不能登录</source>
        <translation>Switched off the person cannot sign in</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>窗口终端和外屏所属的窗口</source>
        <translation>Of a terminal or an outer screen</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>播放端显示并播报这些等候区的叫号</source>
        <translation>A player shows and speaks the calls of these areas</translation>
    </message>
    <message>
        <source>自助机只办这些部门；不选即全部</source>
        <translation>A kiosk offers only these departments; none chosen: all</translation>
    </message>
    <message>
        <source>不选则用等候区的样式</source>
        <translation>None: the area's own style</translation>
    </message>
    <message>
        <source>播放端出声</source>
        <translation>The player speaks</translation>
    </message>
    <message>
        <source>网络地址</source>
        <translation>Network address</translation>
    </message>
    <message>
        <source>设备上次连接时的地址</source>
        <translation>Where the device last came from</translation>
    </message>
    <message>
        <source>连接</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Enrolled</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>号码前缀</source>
        <translation>Prefix</translation>
    </message>
    <message>
        <source>一个或两个大写字母，例如 A；全大厅不重复</source>
        <translation>One or two capital letters, unique in the hall</translation>
    </message>
    <message>
        <source>停用的队列不再发号</source>
        <translation>Switched off it gives out no numbers</translation>
    </message>
    <message>
        <source>发号时间</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>不填即全天发号</source>
        <translation>Empty: all day</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>每日号数</source>
        <translation>Numbers per day</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>不升</source>
        <translation>never</translation>
    </message>
    <message>
        <source>当日有效</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>当场办结</source>
        <translation>on the spot</translation>
    </message>
    <message>
        <source>0 为不限</source>
        <translation>0: no limit</translation>
    </message>
    <message>
        <source>个</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>限额</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>每日预约数</source>
        <translation>Appointments per day</translation>
    </message>
    <message>
        <source>每人未办号数</source>
        <translation>Open tickets per person</translation>
    </message>
    <message>
        <source>同一证件在本队列可同时持有的号；0 为不限</source>
        <translation>How many one identity may hold here; 0: no limit</translation>
    </message>
    <message>
        <source>实名取号</source>
        <translation>Real-name</translation>
    </message>
    <message>
        <source>取号需要证件</source>
        <translation>A ticket needs an identity</translation>
    </message>
    <message>
        <source>优先级</source>
        <translation>Priority class</translation>
    </message>
    <message>
        <source>0 最先，4 最后；普通号单的级别</source>
        <translation>0 first, 4 last; of an ordinary ticket</translation>
    </message>
    <message>
        <source>叫号规则</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>等候升级</source>
        <translation>Ageing</translation>
    </message>
    <message>
        <source>每等这么久升一级；0 为不升</source>
        <translation>A waiting ticket rises one class every so often; 0: never</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>最长等候</source>
        <translation>Longest wait</translation>
    </message>
    <message>
        <source>等到这么久后先于一切级别叫号</source>
        <translation>After that it goes before every class</translation>
    </message>
    <message>
        <source>叫号次数</source>
        <translation>Calls per ticket</translation>
    </message>
    <message>
        <source>一张号单最多叫几次，之后只能过号</source>
        <translation>After so many only no-show is left</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>过号之后</source>
        <translation>When passed</translation>
    </message>
    <message>
        <source>印在号单上；保留原位的要持号人在自助机或服务台报到</source>
        <translation>Printed on the ticket; to keep the place, the holder reports at a kiosk or the service desk</translation>
    </message>
    <message>
        <source>过号退后</source>
        <translation>No-show goes back</translation>
    </message>
    <message>
        <source>“自动退后”时排在几人之后</source>
        <translation>How many go before, with “goes back”</translation>
    </message>
    <message>
        <source>过号后最多可再来几次；之后由服务台处理</source>
        <translation>How often a passed number comes back; after that the service desk decides</translation>
    </message>
    <message>
        <source>报到时限</source>
        <translation>Time to report</translation>
    </message>
    <message>
        <source>“保留原位”时过号后多久内可以报到；0 为当日有效</source>
        <translation>With “keeps its place”: how long after being passed one may report; 0 means all day</translation>
    </message>
    <message>
        <source>位</source>
        <translation>places</translation>
    </message>
    <message>
        <source>过号次数</source>
        <translation>No-shows allowed</translation>
    </message>
    <message>
        <source>办理用时</source>
        <translation>Service time</translation>
    </message>
    <message>
        <source>当日平均值出来之前用它估计等候时间</source>
        <translation>Used for estimates until the day's own mean is known</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>s</translation>
    </message>
    <message>
        <source>号单提示</source>
        <translation>Hint on the ticket</translation>
    </message>
    <message>
        <source>印在号单上</source>
        <translation>Printed on the ticket</translation>
    </message>
    <message>
        <source>号单</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>英文提示</source>
        <translation>English hint</translation>
    </message>
    <message>
        <source>窗口号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>与台上所写一致，全大厅不重复</source>
        <translation>As painted above the desk, unique in the hall</translation>
    </message>
    <message>
        <source>办理事项</source>
        <translation>Items served</translation>
    </message>
    <message>
        <source>只有这里勾选的事项会叫到本窗口</source>
        <translation>Only these are called to this window</translation>
    </message>
    <message>
        <source>每时段预约数</source>
        <translation>Bookings per time</translation>
    </message>
    <message>
        <source>0 为本队列不接受预约</source>
        <translation>0: the queue takes no bookings</translation>
    </message>
    <message>
        <source>不接受预约</source>
        <translation>none taken</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>时段长度</source>
        <translation>Length of a time</translation>
    </message>
    <message>
        <source>从每段发号时间的开头起算；已有的预约不受影响</source>
        <translation>Times begin with each span of opening hours; bookings that exist stay</translation>
    </message>
    <message>
        <source>可提前</source>
        <translation>Ahead</translation>
    </message>
    <message>
        <source>最多提前几天预约；0 为只约当天</source>
        <translation>So many days ahead at most; 0: for the same day only</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>只约当天</source>
        <translation>same day only</translation>
    </message>
    <message>
        <source>预约截止</source>
        <translation>Cut-off</translation>
    </message>
    <message>
        <source>时段开始前这么久停止预约和取消</source>
        <translation>So long before a time it can be booked and cancelled no more</translation>
    </message>
    <message>
        <source>可早到</source>
        <translation>Early</translation>
    </message>
    <message>
        <source>时段开始前这么久起可以取号，并优先叫号</source>
        <translation>From so long before the time the number is given and called first</translation>
    </message>
    <message>
        <source>可迟到</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>时段结束后这么久以内仍优先；再晚按现场号办理</source>
        <translation>Until so long after the time it is called first, later as an ordinary number</translation>
    </message>
    <message>
        <source>到场取号</source>
        <translation>Check-in</translation>
    </message>
    <message>
        <source>是：预约人到自助机取号；否：到时间自动排队</source>
        <translation>Yes: who booked takes the number at a kiosk. No: the number waits by itself from its time on</translation>
    </message>
    <message>
        <source>特殊日期</source>
        <translation>Special day</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>每个日期只能有一条</source>
        <translation>One entry a day</translation>
    </message>
    <message>
        <source>例如 国庆节，或 国庆节调休上班</source>
        <translation>For example National Day</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Worked</translation>
    </message>
    <message>
        <source>是：周末调休上班；否：放假，不发号也不接受预约</source>
        <translation>Yes: a weekend that is worked. No: a holiday without numbers and bookings</translation>
    </message>
    <message>
        <source>按哪天的时间</source>
        <translation>Hours of</translation>
    </message>
    <message>
        <source>上班时按这个星期几的发号时间</source>
        <translation>When worked, the opening hours of this weekday count</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>发短信</source>
        <translation>Send messages</translation>
    </message>
    <message>
        <source>取号时可留手机号；网关写在服务器的配置文件里</source>
        <translation>A phone may be left with a ticket; the gateway is in the server's configuration file</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>写成【名称】，放在每条短信前；网关自己加签名的留空</source>
        <translation>【name】, put before every message; empty where the gateway adds its own</translation>
    </message>
    <message>
        <source>叫号方式</source>
        <translation>How people are called</translation>
    </message>
    <message>
        <source>只发短信的，没留手机号或短信发不出时照常播报</source>
        <translation>Where calls are by message alone, who left no phone is called aloud, and so is who cannot be reached</translation>
    </message>
    <message>
        <source>快到号：前面剩</source>
        <translation>Near turn: people ahead</translation>
    </message>
    <message>
        <source>前面不多于这么多人时提醒</source>
        <translation>Told when no more people than this are ahead</translation>
    </message>
    <message>
        <source>走到窗口</source>
        <translation>Walk to the window</translation>
    </message>
    <message>
        <source>从休息处走到窗口要几分钟；等候短于它加富余时间时也提醒</source>
        <translation>From where people wait; also told when the wait is shorter than this and the margin</translation>
    </message>
    <message>
        <source>不计</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>富余时间</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>不留</source>
        <translation>None</translation>
    </message>
    <message>
        <source>免打扰：从</source>
        <translation>Quiet hours: from</translation>
    </message>
    <message>
        <source>这段时间不发短信；两个时间相同即不设</source>
        <translation>No message is sent in this time; the same time twice: none</translation>
    </message>
    <message>
        <source>免打扰：到</source>
        <translation>Quiet hours: to</translation>
    </message>
    <message>
        <source>短信模板</source>
        <translation>Message template</translation>
    </message>
    <message>
        <source>每类一个模板；没有模板的种类不发</source>
        <translation>One template a kind; a kind without one is not sent</translation>
    </message>
    <message>
        <source>停用的种类不发</source>
        <translation>A kind that is off is not sent</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{number} 号码，{item} 事项，{ahead} 前面人数（叫号没有），{minutes} 约等几分钟（快到号才有），{window} 窗口号（叫号才有）</source>
        <translation>{number} ticket, {item} business, {ahead} people ahead (not in calls), {minutes} expected wait (near turn only), {window} window (calls only)</translation>
    </message>
    <message>
        <source>英文内容</source>
        <translation>English text</translation>
    </message>
    <message>
        <source>给取英文号单的人；留空即发中文</source>
        <translation>For holders of English tickets; empty: they get the Chinese one</translation>
    </message>
    <message>
        <source>办理队列</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>优先：同级别中先叫；后备：没有别人等候或已超最长等候时才叫；不办理：从不叫</source>
        <translation>Preferred: first within a class. Backup: when nobody else waits, or it is overdue. Excluded: never called</translation>
    </message>
    <message>
        <source>自动：窗口空闲后由系统按顺序叫，不能点名；混合：也可由人员先叫</source>
        <translation>Automatic: the server calls in order when a window is free, nobody is picked. Mixed: the clerk may call before</translation>
    </message>
    <message>
        <source>空闲后自动叫号</source>
        <translation>Calls by itself after</translation>
    </message>
    <message>
        <source>窗口空闲多久后由系统叫下一位；人工叫号时不用</source>
        <translation>How long a window is free before the server calls the next one; not used when called by hand</translation>
    </message>
    <message>
        <source>立即</source>
        <translation>at once</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>级别 %1，先于级别靠后的</source>
        <translation>Class %1 goes before the classes after it</translation>
    </message>
    <message>
        <source>等候升级：由 %1 级升到 %2 级</source>
        <translation>By waiting it rose from class %1 to class %2</translation>
    </message>
    <message>
        <source>已等 %1 分钟，最长等候 %2 分钟：先于一切级别</source>
        <translation>Waited %1 of at most %2 minutes: before every class</translation>
    </message>
    <message>
        <source>已转到 %1 号窗口，只由该窗口叫</source>
        <translation>Was transferred to window %1, which alone calls it</translation>
    </message>
    <message>
        <source>原转到的窗口已经没有，由 %1 号窗口叫</source>
        <translation>Was transferred to a window that is gone; window %1 calls it</translation>
    </message>
    <message>
        <source>原转到 %1 号窗口，该窗口不在岗或不再办理，由 %2 号窗口叫</source>
        <translation>Was transferred to window %1, which is away or serves it no more; window %2 calls it</translation>
    </message>
    <message numerus="yes">
        <source>过号后回来，已让 %n 人先叫</source>
        <translation>
            <numerusform>Was passed; has let %n person go first</numerusform>
            <numerusform>Was passed; has let %n people go first</numerusform>
        </translation>
    </message>
    <message>
        <source>过号后回来，轮到了</source>
        <translation>Was passed; in turn again</translation>
    </message>
    <message numerus="yes">
        <source>过号后应让 %n 人先叫，但没有别人在等</source>
        <translation>
            <numerusform>Was passed and would let %n person go first, but nobody else waits</numerusform>
            <numerusform>Was passed and would let %n people go first, but nobody else waits</numerusform>
        </translation>
    </message>
    <message>
        <source>先到先叫</source>
        <translation>In the order of arrival</translation>
    </message>
    <message numerus="yes">
        <source>%n 人等候。</source>
        <translation>
            <numerusform>%n person waits. </numerusform>
            <numerusform>%n people wait. </numerusform>
        </translation>
    </message>
    <message>
        <source>现在没有开放的窗口，按 %1 号窗口开放推演。</source>
        <translation>No window is open: shown as if window %1 were.</translation>
    </message>
    <message>
        <source>由 %1 号窗口叫号。</source>
        <translation>Window %1 calls.</translation>
    </message>
    <message>
        <source>%1 号窗口轮流叫号。</source>
        <translation>Windows %1 call in turn.</translation>
    </message>
    <message>
        <source>级别 %1</source>
        <translation>Class %1</translation>
    </message>
    <message>
        <source>已等 %1 分钟</source>
        <translation>waited %1 min</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>window %1</translation>
    </message>
    <message>
        <source>在预约的时间内，先于一切级别</source>
        <translation>Within the booked time: before every class</translation>
    </message>
    <message>
        <source>%1 号窗口的人员优先办理本队列</source>
        <translation>The person at window %1 is to call this queue first</translation>
    </message>
    <message>
        <source>%1 号窗口的人员是后备：没有别人在等</source>
        <translation>The person at window %1 helps out: nobody else waits</translation>
    </message>
</context>
<context>
    <name>WindowTiles</name>
    <message>
        <source>未开</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>idle</translation>
    </message>
    <message>
        <source>叫 %1</source>
        <translation>calls %1</translation>
    </message>
    <message>
        <source>办 %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>暂停 %1 分</source>
        <translation>paused %1 min</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>paused</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>有一项填得不对，请改正后再保存。</source>
        <translation>Something is not filled in rightly; please mend it and save again.</translation>
    </message>
    <message>
        <source>服务器上已没有这条记录。</source>
        <translation>The server no longer has this record.</translation>
    </message>
    <message>
        <source>与现有数据冲突，没有改动。</source>
        <translation>This conflicts with what is there; nothing was changed.</translation>
    </message>
    <message>
        <source>账号或密码不对，或登录已失效，请重新登录。</source>
        <translation>Account or password is wrong, or the session has ended; please sign in again.</translation>
    </message>
    <message>
        <source>您的角色不能这样做。</source>
        <translation>Your role may not do that.</translation>
    </message>
    <message>
        <source>尝试次数太多，请稍等几分钟再试。</source>
        <translation>Too many attempts; please wait a few minutes.</translation>
    </message>
    <message>
        <source>内容太长或文件太大，请缩短后再试。</source>
        <translation>Too long or too large; please shorten it.</translation>
    </message>
    <message>
        <source>服务器没有回答。您填的内容还在，连接恢复后请再试一次。</source>
        <translation>The server does not answer. What you typed is still here; try again once it is back.</translation>
    </message>
    <message>
        <source>服务器拒绝了这次操作，没有改动。</source>
        <translation>The server refused this; nothing was changed.</translation>
    </message>
    <message>
        <source>政务蓝</source>
        <translation>Government blue</translation>
    </message>
    <message>
        <source>国徽红</source>
        <translation>Emblem red</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>英文</source>
        <translation>English</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Classic</translation>
    </message>
    <message>
        <source>双栏</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>特大号码</source>
        <translation>Large numbers</translation>
    </message>
    <message>
        <source>自动退后</source>
        <translation>goes back</translation>
    </message>
    <message>
        <source>自动排到队尾</source>
        <translation>goes to the end</translation>
    </message>
    <message>
        <source>保留原位，报到后先叫</source>
        <translation>keeps its place, first once reported</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>is void</translation>
    </message>
    <message>
        <source>个人</source>
        <translation>Individuals</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>Enterprises</translation>
    </message>
    <message>
        <source>个人和企业</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>行政许可</source>
        <translation>Permit</translation>
    </message>
    <message>
        <source>行政确认</source>
        <translation>Confirmation</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>行政给付</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>证件证明</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>公共服务</source>
        <translation>Public service</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>值班长</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>巡查员</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>窗口人员</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>信息发布员</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>自助机</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>窗口终端</source>
        <translation>Window terminal</translation>
    </message>
    <message>
        <source>窗口外屏</source>
        <translation>Outer screen</translation>
    </message>
    <message>
        <source>播放端</source>
        <translation>Signage player</translation>
    </message>
    <message>
        <source>管理端</source>
        <translation>Admin tool</translation>
    </message>
    <message>
        <source>未开</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>idle</translation>
    </message>
    <message>
        <source>叫号</source>
        <translation>calling</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>serving</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>设备失联</source>
        <translation>Device silent</translation>
    </message>
    <message>
        <source>打印纸</source>
        <translation>Printer paper</translation>
    </message>
    <message>
        <source>打印机故障</source>
        <translation>Printer fault</translation>
    </message>
    <message>
        <source>窗口久未叫号</source>
        <translation>Window without calls</translation>
    </message>
    <message>
        <source>暂停过久</source>
        <translation>Paused too long</translation>
    </message>
    <message>
        <source>差评</source>
        <translation>Low rating</translation>
    </message>
    <message>
        <source>网络未加密</source>
        <translation>Network not encrypted</translation>
    </message>
    <message>
        <source>无窗口可办</source>
        <translation>No window to serve it</translation>
    </message>
    <message>
        <source>读卡器故障</source>
        <translation>Card reader fault</translation>
    </message>
    <message>
        <source>扫码器故障</source>
        <translation>Scanner fault</translation>
    </message>
    <message>
        <source>服务器时钟不准</source>
        <translation>Server clock wrong</translation>
    </message>
    <message>
        <source>时钟突然快了，未采用，请校准后重启服务</source>
        <translation>jumped ahead and is not followed: set it right, then restart the server</translation>
    </message>
    <message>
        <source>时钟突然慢了，未采用，请校准后重启服务</source>
        <translation>jumped back and is not followed: set it right, then restart the server</translation>
    </message>
    <message>
        <source>数据保存失败</source>
        <translation>Data could not be saved</translation>
    </message>
    <message>
        <source>服务器磁盘已满</source>
        <translation>The server's disk is full</translation>
    </message>
    <message>
        <source>服务器数据库写入出错</source>
        <translation>The server's database takes no writes</translation>
    </message>
    <message>
        <source>%1 条</source>
        <translation>%1 entries</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>纸将用完</source>
        <translation>paper nearly out</translation>
    </message>
    <message>
        <source>缺纸</source>
        <translation>out of paper</translation>
    </message>
    <message>
        <source>上盖未关</source>
        <translation>cover open</translation>
    </message>
    <message>
        <source>故障</source>
        <translation>fault</translation>
    </message>
    <message>
        <source>未连接</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Shut out</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not enrolled</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>不在线</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>没有配置，短信发不出去</source>
        <translation>Not configured: no message can go out</translation>
    </message>
    <message>
        <source>快到号</source>
        <translation>Near turn</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>只播报</source>
        <translation>Aloud only</translation>
    </message>
    <message>
        <source>播报，并发短信</source>
        <translation>Aloud and by message</translation>
    </message>
    <message>
        <source>只发短信，不播报</source>
        <translation>By message only</translation>
    </message>
    <message>
        <source>叫号提醒</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>人工</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>混合</source>
        <translation>Mixed</translation>
    </message>
    <message>
        <source>不办理</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>后备</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>优先</source>
        <translation>Preferred</translation>
    </message>
</context>
<context>
    <name>atrium::admin::Account</name>
    <message>
        <source>登录已失效，请重新登录。</source>
        <translation>Your session has ended; please sign in again.</translation>
    </message>
</context>
<context>
    <name>atrium::admin::AlarmList</name>
    <message>
        <source>没有告警</source>
        <translation>No alarms</translation>
    </message>
    <message>
        <source>没有等待处理的事。</source>
        <translation>Nothing is waiting to be dealt with.</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1 分钟前</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>%1 人等候</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>%1 小时前</source>
        <translation>%1 h ago</translation>
    </message>
    <message>
        <source>%1 已确认</source>
        <translation>acknowledged by %1</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>确认告警：%1</source>
        <translation>Acknowledge the alarm: %1</translation>
    </message>
    <message>
        <source>短信网关</source>
        <translation>SMS gateway</translation>
    </message>
</context>
<context>
    <name>atrium::admin::AnnouncementExtra</name>
    <message>
        <source>看播报内容</source>
        <translation>Show what is spoken</translation>
    </message>
    <message>
        <source>以 %1 号、%2 号窗口为例：</source>
        <translation>For example ticket %1 at window %2:</translation>
    </message>
    <message numerus="yes">
        <source>共播报 %n 遍</source>
        <translation>
            <numerusform>Spoken once</numerusform>
            <numerusform>Spoken %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atrium::admin::AppointmentsPage</name>
    <message>
        <source>已预约</source>
        <translation>booked</translation>
    </message>
    <message>
        <source>已取号</source>
        <translation>here</translation>
    </message>
    <message>
        <source>已取号 %1</source>
        <translation>here: %1</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>未到</source>
        <translation>did not come</translation>
    </message>
    <message>
        <source>不办公</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>已过</source>
        <translation>over</translation>
    </message>
    <message>
        <source>还不能预约</source>
        <translation>too far ahead</translation>
    </message>
    <message>
        <source>本队列不接受预约</source>
        <translation>this queue takes no bookings</translation>
    </message>
    <message>
        <source>已约 %1 / %2</source>
        <translation>%1 of %2 booked</translation>
    </message>
    <message>
        <source>已约 %1</source>
        <translation>%1 booked</translation>
    </message>
    <message>
        <source>取消这个预约</source>
        <translation>Cancel it</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>前一天</source>
        <translation>Day before</translation>
    </message>
    <message>
        <source>后一天</source>
        <translation>Day after</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>预约名单</source>
        <translation>Who is booked</translation>
    </message>
    <message>
        <source>按姓名、证件、预约码或事项查找</source>
        <translation>Find by name, document, code or item</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>预约人</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>预约码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>取消的原因</source>
        <translation>Why it is cancelled</translation>
    </message>
    <message>
        <source>还没有队列接受预约：在“排队”里填写“每时段预约数”。</source>
        <translation>No queue takes bookings yet: set "Bookings per time" under Queues.</translation>
    </message>
    <message>
        <source>已取消 %1 的预约。</source>
        <translation>The appointment of %1 is cancelled.</translation>
    </message>
</context>
<context>
    <name>atrium::admin::AuditPage</name>
    <message>
        <source>更早的记录</source>
        <translation>Older entries</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>按人、事、对象筛选（Ctrl+F）</source>
        <translation>Filter by person, action, record (Ctrl+F)</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>Did what</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>To what</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>只有管理员和巡查员可以看审计记录。</source>
        <translation>Only administrators and inspectors may read the audit trail.</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>全部载入再找（回车）</source>
        <translation>Load all and search (Enter)</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>正在载入，已有 %1 条…</source>
        <translation>Loading, %1 entries so far…</translation>
    </message>
    <message>
        <source>已载入最近的 %1 条</source>
        <translation>The latest %1 entries are loaded</translation>
    </message>
    <message>
        <source>共 %1 条</source>
        <translation>%1 entries in all</translation>
    </message>
    <message>
        <source>在已载入的 %1 条中找到 %2 条</source>
        <translation>%2 found among the %1 entries loaded</translation>
    </message>
    <message>
        <source>找到 %1 条 / 共 %2 条</source>
        <translation>%1 found of %2 entries</translation>
    </message>
    <message>
        <source>删除个人信息</source>
        <translation>Erase a person</translation>
    </message>
</context>
<context>
    <name>atrium::admin::BookingPanel</name>
    <message>
        <source>电话预约</source>
        <translation>Book by telephone</translation>
    </message>
    <message>
        <source>问清姓名和证件号码，约好后报预约码</source>
        <translation>Ask for name and document number, then read out the code</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>18位身份证号码</source>
        <translation>18 characters</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>Mobile number</translation>
    </message>
    <message>
        <source>可不填；短信提醒用</source>
        <translation>optional, for messages</translation>
    </message>
    <message>
        <source>请先选一个时段</source>
        <translation>Choose a time first</translation>
    </message>
    <message>
        <source>已预约 %1 %2，%3。预约码 %4 %5</source>
        <translation>Booked: %1 %2, %3. Code %4 %5</translation>
    </message>
</context>
<context>
    <name>atrium::admin::ChoiceEditor</name>
    <message>
        <source>（不选）</source>
        <translation>(none)</translation>
    </message>
    <message>
        <source>五级</source>
        <translation>Five grades</translation>
    </message>
    <message>
        <source>三级</source>
        <translation>Three grades</translation>
    </message>
</context>
<context>
    <name>atrium::admin::DashboardPage</name>
    <message>
        <source>告警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>大厅总览</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>等候人数</source>
        <translation>Waiting now</translation>
    </message>
    <message>
        <source>今日已办</source>
        <translation>Served today</translation>
    </message>
    <message>
        <source>等候 p50 / p90</source>
        <translation>Wait p50 / p90</translation>
    </message>
    <message>
        <source>满意率</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>等候与叫号</source>
        <translation>Waiting and calls</translation>
    </message>
    <message>
        <source>全天 · 今日与上周同日</source>
        <translation>all day · today and a week ago</translation>
    </message>
    <message>
        <source>点开看详情</source>
        <translation>click for details</translation>
    </message>
    <message>
        <source>一周热力</source>
        <translation>The week</translation>
    </message>
    <message>
        <source>每小时取号量</source>
        <translation>tickets per hour</translation>
    </message>
    <message numerus="yes">
        <source>%n 条未处理</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>正在办理 %1</source>
        <translation>%1 being served</translation>
    </message>
    <message>
        <source>件</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>取号 %1 · 过号 %2</source>
        <translation>%1 issued · %2 no-shows</translation>
    </message>
    <message>
        <source>开放</source>
        <translation>open</translation>
    </message>
    <message>
        <source>%1 暂停 · %2 未开</source>
        <translation>%1 paused · %2 closed</translation>
    </message>
    <message>
        <source>%1 未开</source>
        <translation>%1 closed</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>online</translation>
    </message>
    <message>
        <source>%1 离线</source>
        <translation>%1 offline</translation>
    </message>
    <message>
        <source>全部在线</source>
        <translation>all online</translation>
    </message>
    <message>
        <source>分</source>
        <translation>min</translation>
    </message>
    <message>
        <source>一半和九成的人等候不超过</source>
        <translation>half and nine in ten wait no longer</translation>
    </message>
    <message>
        <source>还没有叫号</source>
        <translation>no calls yet</translation>
    </message>
    <message>
        <source>还没有评价</source>
        <translation>no ratings yet</translation>
    </message>
    <message numerus="yes">
        <source>%n 次评价</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>M月d日 dddd H:mm</source>
        <translation>dddd d MMMM, H:mm</translation>
    </message>
    <message>
        <source>随事件即时刷新</source>
        <translation>refreshed with every event</translation>
    </message>
    <message>
        <source>正在连接服务器…</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>服务器没有回答，以下是 %1 的数据；连接恢复后自动更新</source>
        <translation>The server does not answer; figures of %1. They update by themselves once it is back</translation>
    </message>
    <message>
        <source>服务器没有回答；连接恢复后自动更新</source>
        <translation>The server does not answer; this updates by itself once it is back</translation>
    </message>
    <message>
        <source>%1：现在的操作都没有保存，请立即处理</source>
        <translation>%1: nothing done now is saved; see to it at once</translation>
    </message>
</context>
<context>
    <name>atrium::admin::DayChart</name>
    <message>
        <source>今天还没有取号</source>
        <translation>No tickets yet today</translation>
    </message>
    <message>
        <source>第一张号单发出后，这里开始画线。</source>
        <translation>The curve begins with the first ticket.</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>叫号（每十分钟）</source>
        <translation>Calls (per ten minutes)</translation>
    </message>
    <message>
        <source>上周同日等候</source>
        <translation>Waiting a week ago</translation>
    </message>
</context>
<context>
    <name>atrium::admin::DeviceExtra</name>
    <message>
        <source>取登记码</source>
        <translation>Get enrolment code</translation>
    </message>
    <message>
        <source>停用这台设备</source>
        <translation>Revoke this device</translation>
    </message>
    <message>
        <source>先保存这台设备，再取登记码。</source>
        <translation>Save this device first, then get its code.</translation>
    </message>
    <message>
        <source>已停用。重新取码并在设备上填写，即可再用。</source>
        <translation>Revoked. With a new code it can be used again.</translation>
    </message>
    <message>
        <source>已登记，正在使用。</source>
        <translation>Enrolled and in use.</translation>
    </message>
    <message>
        <source>还没有登记。取码后在这台设备上填写，十分钟内有效，只能用一次。</source>
        <translation>Not enrolled yet. Get a code and type it in on the device; it lasts ten minutes and works once.</translation>
    </message>
    <message>
        <source>登记码已过期，请重新取码。</source>
        <translation>The code has expired; please get a new one.</translation>
    </message>
    <message>
        <source>还有 %1:%2 有效，只能用一次。</source>
        <translation>Valid for another %1:%2, works once.</translation>
    </message>
    <message>
        <source>再按一次确认停用</source>
        <translation>Press again to revoke</translation>
    </message>
    <message>
        <source>设备已停用</source>
        <translation>The device is revoked</translation>
    </message>
    <message>
        <source>设备上显示的证书指纹应是 %1。</source>
        <translation>The device must show the certificate fingerprint %1.</translation>
    </message>
</context>
<context>
    <name>atrium::admin::EditHistory</name>
    <message>
        <source>这条记录后来又被改过，不能再撤销或重做那一步。</source>
        <translation>The record was changed again since; that step can no longer be undone or redone.</translation>
    </message>
    <message>
        <source>已撤销对「%1」的修改</source>
        <translation>Undid the change of “%1”</translation>
    </message>
    <message>
        <source>已重做对「%1」的修改</source>
        <translation>Redid the change of “%1”</translation>
    </message>
</context>
<context>
    <name>atrium::admin::ErasePanel</name>
    <message>
        <source>删除个人信息</source>
        <translation>Erase a person</translation>
    </message>
    <message>
        <source>本人要求删除时使用</source>
        <translation>when the person asks for it</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>按什么找</source>
        <translation>Found by</translation>
    </message>
    <message>
        <source>今天的号码</source>
        <translation>Today's ticket number</translation>
    </message>
    <message>
        <source>居民身份证</source>
        <translation>Resident identity card</translation>
    </message>
    <message>
        <source>外国人永久居留证</source>
        <translation>Foreign permanent resident card</translation>
    </message>
    <message>
        <source>港澳台居民居住证</source>
        <translation>Hong Kong, Macao or Taiwan residence permit</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>删除…</source>
        <translation>Erase…</translation>
    </message>
    <message>
        <source>填写号码后按回车，会先说明删除什么。</source>
        <translation>Key in the number and press Enter: it is first said what goes.</translation>
    </message>
    <message>
        <source>请先填写号码。</source>
        <translation>Key in the number first.</translation>
    </message>
    <message>
        <source>今天没有这个号码，请核对，或改按证件查找。</source>
        <translation>There is no such number today: check it, or find the person by document.</translation>
    </message>
    <message>
        <source>确认删除，不能恢复</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>将删除此人的姓名、证件号码和解开它们的密钥，今天号单上的备注和优先理由，以及评价里写的话。号单、评价和审计记录留下，但不再指向任何人。再按一次确认，Esc 返回。</source>
        <translation>The person's name, document number and the key to them go, and today's notes, reasons of priority and the words of ratings. Tickets, ratings and the audit trail stay and name nobody. Press once more to confirm, Esc to go back.</translation>
    </message>
    <message>
        <source>正在删除…</source>
        <translation>Erasing…</translation>
    </message>
    <message>
        <source>没有删除：%1</source>
        <translation>Nothing was erased: %1</translation>
    </message>
    <message>
        <source>已删除：姓名、证件号码、密钥，以及备注和评价里的话。审计记录里有这一次删除。</source>
        <translation>Erased: name, document number, key, and the words of notes and ratings. The audit trail tells of it.</translation>
    </message>
    <message>
        <source>大厅里没有此人的信息，或已经删除，没有可删的。</source>
        <translation>The hall knows nothing of this person, or no more: there was nothing to erase.</translation>
    </message>
</context>
<context>
    <name>atrium::admin::HeatMap</name>
    <message>
        <source>%1时</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 %2 时：取号 %3 张</source>
        <translation>%1 %2:00: %3 tickets</translation>
    </message>
</context>
<context>
    <name>atrium::admin::LineEditor</name>
    <message>
        <source>还没有</source>
        <translation>None yet</translation>
    </message>
</context>
<context>
    <name>atrium::admin::MainWindow</name>
    <message>
        <source>大厅总览</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>等候区</source>
        <translation>Waiting areas</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>排队</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Atrium 管理</source>
        <translation>Atrium Admin</translation>
    </message>
    <message>
        <source>Atrium 管理 · %1</source>
        <translation>Atrium Admin · %1</translation>
    </message>
    <message>
        <source>服务器正常</source>
        <translation>Server online</translation>
    </message>
    <message>
        <source>正在连接…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>服务器没有回答</source>
        <translation>Server does not answer</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>短信</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Statistics</translation>
    </message>
</context>
<context>
    <name>atrium::admin::PasswordExtra</name>
    <message>
        <source>您现在的密码</source>
        <translation>Your present password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>设置密码</source>
        <translation>Set password</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>先保存这个人，再设置密码。</source>
        <translation>Save this person first, then set a password.</translation>
    </message>
    <message>
        <source>至少 10 个字符；立即生效，这个人在别处的登录随之结束。</source>
        <translation>At least 10 characters; takes effect at once and ends the person's sessions elsewhere.</translation>
    </message>
    <message>
        <source>密码太短：至少 %1 个字符。</source>
        <translation>Too short: at least %1 characters.</translation>
    </message>
    <message>
        <source>两次输入不一样，请重新输入。</source>
        <translation>The two differ; please type them again.</translation>
    </message>
    <message>
        <source>您现在的密码不对。</source>
        <translation>Your present password is wrong.</translation>
    </message>
    <message>
        <source>密码已设置</source>
        <translation>The password is set</translation>
    </message>
</context>
<context>
    <name>atrium::admin::PictureEditor</name>
    <message>
        <source>选择图片…</source>
        <translation>Choose a picture…</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>图片暂时取不到。</source>
        <translation>The picture cannot be fetched at the moment.</translation>
    </message>
    <message>
        <source>没有图片。可把文件拖到这里。</source>
        <translation>No picture. A file can be dropped here.</translation>
    </message>
    <message>
        <source>选择图片</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>图片 (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>这不是 PNG 或 JPEG 图片，请另选一个文件。</source>
        <translation>This is no PNG or JPEG picture; please choose another file.</translation>
    </message>
    <message>
        <source>图片太大：每边最多 %1 像素，请缩小后再选。</source>
        <translation>Too large: at most %1 pixels a side; please shrink it first.</translation>
    </message>
    <message>
        <source>文件超过 4 MiB，请压缩后再选。</source>
        <translation>The file is over 4 MiB; please compress it first.</translation>
    </message>
    <message>
        <source>文件打不开：%1</source>
        <translation>The file cannot be opened: %1</translation>
    </message>
    <message>
        <source>正在上传…</source>
        <translation>Uploading…</translation>
    </message>
    <message>
        <source>服务器的回答读不懂，图片没有换。</source>
        <translation>The server's answer could not be read; the picture stays as it was.</translation>
    </message>
    <message>
        <source>已上传，保存后生效。</source>
        <translation>Uploaded; save to make it count.</translation>
    </message>
</context>
<context>
    <name>atrium::admin::PreviewExtra</name>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>预览叫号顺序</source>
        <translation>Preview of the order</translation>
    </message>
    <message>
        <source>按此刻等候的人重新推演</source>
        <translation>Work it out again for those who wait now</translation>
    </message>
    <message>
        <source>正在推演…</source>
        <translation>Working it out …</translation>
    </message>
    <message>
        <source>连不上服务器</source>
        <translation>The server cannot be reached</translation>
    </message>
    <message>
        <source>次序由服务器推演；连接恢复后自动更新，已填的内容还在。</source>
        <translation>The server works out the order; it comes back by itself with the connection. What you typed is still here.</translation>
    </message>
    <message>
        <source>现在不能预览</source>
        <translation>No preview now</translation>
    </message>
    <message>
        <source>现在没有人等候</source>
        <translation>Nobody waits now</translation>
    </message>
    <message>
        <source>有人取号后，这里显示叫号的次序。</source>
        <translation>Once somebody takes a number, the order of calling stands here.</translation>
    </message>
    <message numerus="yes">
        <source>%n 人等候，没有窗口能叫</source>
        <translation>
            <numerusform>%n person waits and no window may call</numerusform>
            <numerusform>%n people wait and no window may call</numerusform>
        </translation>
    </message>
    <message>
        <source>请在“窗口”里让启用的窗口办理这些事项。</source>
        <translation>Under Windows, let a window that is switched on serve these items.</translation>
    </message>
</context>
<context>
    <name>atrium::admin::RecordList</name>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>筛选（Ctrl+F）</source>
        <translation>Filter (Ctrl+F)</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message numerus="yes">
        <source>共 %n 条</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message>
        <source>显示 %1 / 共 %2</source>
        <translation>%1 of %2 shown</translation>
    </message>
</context>
<context>
    <name>atrium::admin::RecordPage</name>
    <message>
        <source>「%1」有未保存的修改，请先保存（Ctrl+S）。</source>
        <translation>“%1” has unsaved changes; save them first (Ctrl+S).</translation>
    </message>
    <message>
        <source>放弃修改</source>
        <translation>Discard changes</translation>
    </message>
    <message numerus="yes">
        <source>没有保存：%n 处需要改正，见表单中的 ▲ 提示。</source>
        <translation>
            <numerusform>Not saved: %n thing to mend, see ▲ in the form.</numerusform>
            <numerusform>Not saved: %n things to mend, see ▲ in the form.</numerusform>
        </translation>
    </message>
    <message>
        <source>已保存「%1」</source>
        <translation>Saved “%1”</translation>
    </message>
    <message>
        <source>%1。请注意：%2。</source>
        <translation>%1. Please note: %2.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>这条记录刚被别人改过，正在取最新内容…</source>
        <translation>Somebody just changed this record; fetching it…</translation>
    </message>
    <message>
        <source>没有保存：%1</source>
        <translation>Not saved: %1</translation>
    </message>
    <message>
        <source> 等</source>
        <translation> and others</translation>
    </message>
    <message>
        <source>不能删除「%1」：%2%3仍在用它。请先在那里改选别的，或把它停用。</source>
        <translation>“%1” cannot be deleted: used by %2%3. Change those first, or switch it off.</translation>
    </message>
    <message>
        <source>没有删除：%1</source>
        <translation>Not deleted: %1</translation>
    </message>
    <message>
        <source>已删除「%1」</source>
        <translation>Deleted “%1”</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Revert</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>撤销上一次保存或删除（Ctrl+Z）</source>
        <translation>Undo the last save or deletion (Ctrl+Z)</translation>
    </message>
    <message>
        <source>重做（Ctrl+Shift+Z）</source>
        <translation>Redo (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>放弃没有保存的修改（Esc）</source>
        <translation>Drop unsaved changes (Esc)</translation>
    </message>
    <message>
        <source>删除这条记录</source>
        <translation>Delete this record</translation>
    </message>
    <message>
        <source>保存（Ctrl+S）</source>
        <translation>Save (Ctrl+S)</translation>
    </message>
    <message>
        <source>请在左边选一条</source>
        <translation>Choose one on the left</translation>
    </message>
    <message>
        <source>新%1</source>
        <translation>New: %1</translation>
    </message>
    <message>
        <source>● 未保存</source>
        <translation>● unsaved</translation>
    </message>
    <message>
        <source>「%1」有未保存的修改。</source>
        <translation>“%1” has changes that are not saved.</translation>
    </message>
    <message>
        <source>「%1」有未保存的修改，请先保存（Ctrl+S）或放弃（Esc）。</source>
        <translation>“%1” has changes that are not saved: save them (Ctrl+S) or give them up (Esc) first.</translation>
    </message>
</context>
<context>
    <name>atrium::admin::ReferenceEditor</name>
    <message>
        <source>输入几个字来找</source>
        <translation>Type to search</translation>
    </message>
    <message>
        <source>（不选）</source>
        <translation>(none)</translation>
    </message>
</context>
<context>
    <name>atrium::admin::ReferencesEditor</name>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>已选 %1 / %2</source>
        <translation>%1 of %2 chosen</translation>
    </message>
</context>
<context>
    <name>atrium::admin::RowDelegate</name>
    <message>
        <source>%1（停用）</source>
        <translation>%1 (off)</translation>
    </message>
</context>
<context>
    <name>atrium::admin::SideBar</name>
    <message>
        <source>退出 · %1</source>
        <translation>Sign out · %1</translation>
    </message>
    <message>
        <source>Atrium 管理</source>
        <translation>Atrium Admin</translation>
    </message>
</context>
<context>
    <name>atrium::admin::SignInPage</name>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Atrium 管理</source>
        <translation>Atrium Admin</translation>
    </message>
    <message>
        <source>请用管理账号登录</source>
        <translation>Please sign in with an administration account</translation>
    </message>
    <message>
        <source>请稍候…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>请填写账号和密码。</source>
        <translation>Please fill in account and password.</translation>
    </message>
</context>
<context>
    <name>atrium::admin::SlotTable</name>
    <message>
        <source>可约</source>
        <translation>free</translation>
    </message>
    <message>
        <source>约满</source>
        <translation>full</translation>
    </message>
    <message>
        <source>截止</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>已过</source>
        <translation>over</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>已约 / 可约</source>
        <translation>Booked / places</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>atrium::admin::StaleNotice</name>
    <message>
        <source>载入最新内容</source>
        <translation>Load the latest</translation>
    </message>
    <message>
        <source>保留我的修改</source>
        <translation>Keep my changes</translation>
    </message>
    <message>
        <source>把您改过的各项放到最新内容上，再由您保存</source>
        <translation>Puts your edits on top of the latest state for you to save</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>这条记录刚被别人删除。您填的内容还在屏幕上，可以抄下来。</source>
        <translation>Somebody just deleted this record. What you typed is still on the screen.</translation>
    </message>
    <message>
        <source>这条记录刚被别人改过，您的修改还没有保存：</source>
        <translation>Somebody just changed this record; your own changes are not saved yet:</translation>
    </message>
    <message>
        <source>%1:「%2」→「%3」</source>
        <translation>%1: “%2” → “%3”</translation>
    </message>
    <message>
        <source>这条记录已由您撤销或删除。您后来填的内容还在屏幕上，可以抄下来。</source>
        <translation>You undid or deleted this record. What you typed since is still here to be copied.</translation>
    </message>
    <message>
        <source>您撤销或重做的修改已经生效，后来填的还没有保存：</source>
        <translation>Your undo or redo took effect; what you typed since is not saved yet:</translation>
    </message>
    <message>
        <source>%1:次序变了</source>
        <translation>%1: another order</translation>
    </message>
    <message>
        <source>%1:去掉「%2」</source>
        <translation>%1: without “%2”</translation>
    </message>
    <message>
        <source>%1:加上「%2」</source>
        <translation>%1: with “%2” added</translation>
    </message>
    <message>
        <source>%1:去掉「%2」，加上「%3」</source>
        <translation>%1: without “%2”, with “%3” added</translation>
    </message>
</context>
<context>
    <name>atrium::admin::SwitchEditor</name>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
</context>
<context>
    <name>atrium::admin::TableEditor</name>
    <message>
        <source>添加一行</source>
        <translation>Add a row</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>删除这一行</source>
        <translation>Remove the row</translation>
    </message>
</context>
<context>
    <name>atrium::admin::WaitErrorLine</name>
    <message>
        <source>估时误差 今天还没有叫号</source>
        <translation>Waits told: nobody called yet today</translation>
    </message>
    <message>
        <source>估时误差 平均 %1 分钟 · %2 在 5 分钟内</source>
        <translation>Waits told: off by %1 min on average · %2 within 5 min</translation>
    </message>
    <message>
        <source>%1 在所示区间内</source>
        <translation>%1 inside the interval shown</translation>
    </message>
    <message>
        <source>%1：平均 %2 分钟，%3 在 5 分钟内</source>
        <translation>%1: %2 min on average, %3 within 5 min</translation>
    </message>
</context>
<context>
    <name>atrium::admin::WindowGrid</name>
    <message>
        <source>%1 号窗口 %2</source>
        <translation>window %1 %2</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>已不需要</source>
        <translation>No longer needed</translation>
    </message>
    <message>
        <source>在免打扰时间</source>
        <translation>In the quiet hours</translation>
    </message>
    <message>
        <source>多次没有发出</source>
        <translation>Could not be sent, several times</translation>
    </message>
    <message>
        <source>网关拒绝</source>
        <translation>Refused by the gateway</translation>
    </message>
    <message>
        <source>手机没有收到</source>
        <translation>Did not reach the phone</translation>
    </message>
    <message>
        <source>网关没有回答</source>
        <translation>No answer from the gateway</translation>
    </message>
    <message>
        <source>来不及了</source>
        <translation>Too late</translation>
    </message>
    <message>
        <source>待发</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>发送中</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>已发出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>不确定</source>
        <translation>Unsure</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>失败</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>过期未发</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Dropped</translation>
    </message>
</context>
<context>
    <name>atrium::admin::MessageExtra</name>
    <message>
        <source>还没有内容。</source>
        <translation>There is no text yet.</translation>
    </message>
    <message>
        <source>含有不能显示的控制字符，请删去后重新输入。</source>
        <translation>It holds control characters; remove them.</translation>
    </message>
    <message>
        <source>没有 %1 这个占位词，请核对拼写。</source>
        <translation>There is no place %1; check its spelling.</translation>
    </message>
    <message>
        <source>这一类短信里 %1 没有内容可填，请删去。</source>
        <translation>Messages of this kind have no value for %1; remove it.</translation>
    </message>
    <message>
        <source>花括号不成对，请补全或删去。</source>
        <translation>A brace has no partner; complete or remove it.</translation>
    </message>
    <message numerus="yes">
        <source>填入最长的内容后超过 %n 条短信，请缩短。</source>
        <translation>
            <numerusform>With its longest values it takes more than %n part; make it shorter.</numerusform>
            <numerusform>With its longest values it takes more than %n parts; make it shorter.</numerusform>
        </translation>
    </message>
    <message>
        <source>收到的短信</source>
        <translation>What arrives</translation>
    </message>
    <message numerus="yes">
        <source>%n 条短信</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atrium::admin::MessagesPage</name>
    <message>
        <source>短信</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>按号码、种类、原因筛选</source>
        <translation>Filter by ticket, kind or cause</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>号码</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>今天的短信</source>
        <translation>Today's messages</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>今天还没有短信</source>
        <translation>No messages today</translation>
    </message>
</context>
<context>
    <name>atrium::admin::SkillsEditor</name>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Use</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>取号</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>发出的号码，作废的不计</source>
        <translation>Numbers given out; voided ones do not count</translation>
    </message>
    <message>
        <source>预约</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>其中凭预约取的号</source>
        <translation>Of them those with an appointment</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>办理完毕的号码</source>
        <translation>Tickets that ended well</translation>
    </message>
    <message>
        <source>等候（分）</source>
        <translation>Wait (min)</translation>
    </message>
    <message>
        <source>从取号到首次叫号，平均</source>
        <translation>From the issue to the first call, mean</translation>
    </message>
    <message>
        <source>等候p50</source>
        <translation>Wait p50</translation>
    </message>
    <message>
        <source>一半的人等候不超过，分钟</source>
        <translation>Half wait no longer, minutes</translation>
    </message>
    <message>
        <source>等候p90</source>
        <translation>Wait p90</translation>
    </message>
    <message>
        <source>九成的人等候不超过，分钟</source>
        <translation>Nine in ten wait no longer, minutes</translation>
    </message>
    <message>
        <source>15分钟内</source>
        <translation>In 15 min</translation>
    </message>
    <message>
        <source>15 分钟内被叫到的比例</source>
        <translation>Share called within 15 minutes</translation>
    </message>
    <message>
        <source>未办离开</source>
        <translation>Left unserved</translation>
    </message>
    <message>
        <source>过号后未回、取消或到闭馆未办的号码</source>
        <translation>Tickets that ended as passed, cancelled, or open when the day was closed</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-shows</translation>
    </message>
    <message>
        <source>叫到未来的次数</source>
        <translation>Times somebody who was called did not come</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>Recalls</translation>
    </message>
    <message>
        <source>重呼的次数</source>
        <translation>How often tickets were called again</translation>
    </message>
    <message>
        <source>转号</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>转到别的事项或窗口的次数</source>
        <translation>Times a ticket went on to another item or window</translation>
    </message>
    <message>
        <source>办理（分）</source>
        <translation>Handling (min)</translation>
    </message>
    <message>
        <source>从开始到结束，平均，挂起不计</source>
        <translation>From start to end, mean, without time on hold</translation>
    </message>
    <message>
        <source>办理p50</source>
        <translation>Handling p50</translation>
    </message>
    <message>
        <source>一半的办理不超过，分钟</source>
        <translation>Half take no longer, minutes</translation>
    </message>
    <message>
        <source>办理p90</source>
        <translation>Handling p90</translation>
    </message>
    <message>
        <source>九成的办理不超过，分钟</source>
        <translation>Nine in ten take no longer, minutes</translation>
    </message>
    <message>
        <source>开窗（时）</source>
        <translation>Open (h)</translation>
    </message>
    <message>
        <source>窗口开放的小时数，含暂停</source>
        <translation>Hours that windows were open, pauses included</translation>
    </message>
    <message>
        <source>占用率</source>
        <translation>Occupancy</translation>
    </message>
    <message>
        <source>开放且未暂停的时间里叫号和办理所占的比例</source>
        <translation>Share of the open time without pauses spent calling and serving</translation>
    </message>
    <message>
        <source>有人空闲</source>
        <translation>Idle, awaited</translation>
    </message>
    <message>
        <source>窗口空闲而下一位已在等候，分钟</source>
        <translation>Window idle while the next person was waiting, minutes</translation>
    </message>
    <message>
        <source>暂停（分）</source>
        <translation>Paused (min)</translation>
    </message>
    <message>
        <source>窗口暂停，分钟</source>
        <translation>Pauses of windows, minutes</translation>
    </message>
    <message>
        <source>估时误差</source>
        <translation>Estimate off</translation>
    </message>
    <message>
        <source>取号时告知的等候与实际相差，平均，分钟</source>
        <translation>Mean distance of the wait that was told from the true one, minutes</translation>
    </message>
    <message>
        <source>刷身份证</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>输入证件号</source>
        <translation>Number keyed in</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Organisation's credit code</translation>
    </message>
    <message>
        <source>扫码</source>
        <translation>Scanned</translation>
    </message>
    <message>
        <source>未识别身份</source>
        <translation>Not recognised</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>queue</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>item</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>department</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>window</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>person</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>hour</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>weekday</translation>
    </message>
    <message>
        <source>识别方式</source>
        <translation>recognition</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>day</translation>
    </message>
    <message>
        <source>（不属于队列的窗口时间）</source>
        <translation>(windows' time, of no queue)</translation>
    </message>
    <message>
        <source>（未知）</source>
        <translation>(not known)</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>一周热力</source>
        <translation>Heat map of the week</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>Minutes</translation>
    </message>
</context>
<context>
    <name>atrium::admin::StatisticsChart</name>
    <message>
        <source>号码</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>平均等候（分，右）</source>
        <translation>Mean wait (min, right)</translation>
    </message>
</context>
<context>
    <name>atrium::admin::StatisticsPage</name>
    <message>
        <source>只有管理员、主管和巡查员可以看统计。</source>
        <translation>Only administrators, supervisors and inspectors see the statistics.</translation>
    </message>
    <message>
        <source>正在更新…</source>
        <translation>Updating…</translation>
    </message>
    <message>
        <source>正在统计…</source>
        <translation>Adding up…</translation>
    </message>
    <message>
        <source>这段时间没有数据</source>
        <translation>Nothing happened in this time</translation>
    </message>
    <message>
        <source>请换一个期间，或放宽筛选。</source>
        <translation>Choose another period, or filter less.</translation>
    </message>
    <message>
        <source>统计没有取到</source>
        <translation>The statistics did not come</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>张</source>
        <translation>tickets</translation>
    </message>
    <message>
        <source>预约 %1</source>
        <translation>%1 booked</translation>
    </message>
    <message>
        <source>重呼 %1</source>
        <translation>%1 recalls</translation>
    </message>
    <message>
        <source>件</source>
        <translation>tickets</translation>
    </message>
    <message>
        <source>未办离开 %1</source>
        <translation>%1 left unserved</translation>
    </message>
    <message>
        <source>分</source>
        <translation>min</translation>
    </message>
    <message>
        <source>平均 %1 分</source>
        <translation>mean %1 min</translation>
    </message>
    <message>
        <source>估时误差 %1 分</source>
        <translation>estimate off by %1 min</translation>
    </message>
    <message>
        <source>九成 %1 分内</source>
        <translation>nine in ten in %1 min</translation>
    </message>
    <message>
        <source>有人空闲 %1 分</source>
        <translation>idle, awaited %1 min</translation>
    </message>
    <message>
        <source>已保存：%1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>没有保存：%1 不能写入，请换一个位置</source>
        <translation>Not saved: %1 cannot be written; choose another place</translation>
    </message>
    <message>
        <source>导出统计</source>
        <translation>Export statistics</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>大厅统计 · 按%1</source>
        <translation>Hall statistics · by %1</translation>
    </message>
    <message>
        <source>%1 制表</source>
        <translation>made %1</translation>
    </message>
    <message>
        <source>导出 CSV</source>
        <translation>Export CSV</translation>
    </message>
    <message>
        <source>导出 XLSX</source>
        <translation>Export XLSX</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>等候 p50 / p90</source>
        <translation>Wait p50 / p90</translation>
    </message>
    <message>
        <source>15 分钟内</source>
        <translation>Within 15 min</translation>
    </message>
    <message>
        <source>平均办理</source>
        <translation>Mean handling</translation>
    </message>
    <message>
        <source>占用率</source>
        <translation>Occupancy</translation>
    </message>
    <message>
        <source>统计表</source>
        <translation>Statistics table</translation>
    </message>
    <message>
        <source>号码与等候</source>
        <translation>Tickets and waits</translation>
    </message>
    <message>
        <source>一周热力</source>
        <translation>Heat map of the week</translation>
    </message>
    <message>
        <source>每小时取号量</source>
        <translation>tickets issued per hour</translation>
    </message>
    <message>
        <source>%1 %2 分</source>
        <translation>%1 %2 min</translation>
    </message>
    <message>
        <source>未说明原因</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>没有暂停</source>
        <translation>No pauses</translation>
    </message>
    <message>
        <source>暂停：%1</source>
        <translation>Pauses: %1</translation>
    </message>
</context>
<context>
    <name>atrium::admin::StatisticsWish</name>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>起始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>结束日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Grouping</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>上周</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>自选日期</source>
        <translation>Other dates</translation>
    </message>
    <message>
        <source>按%1</source>
        <translation>By %1</translation>
    </message>
    <message>
        <source>至</source>
        <translation>to</translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>全部队列</source>
        <translation>All queues</translation>
    </message>
    <message>
        <source>%1 至 %2</source>
        <translation>%1 to %2</translation>
    </message>
</context>
</TS>
