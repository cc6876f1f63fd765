<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Main</name>
    <message>
        <location filename="../qml/Main.qml" line="19" />
        <source>窗口外屏</source>
        <translation>Window outer screen</translation>
    </message>
    <message>
        <location filename="../qml/Main.qml" line="66" />
        <source>与服务器的连接中断，正在重新连接。</source>
        <translation>The connection to the server is lost; connecting again.</translation>
    </message>
    <message>
        <location filename="../qml/Main.qml" line="67" />
        <source>您可以继续评价，恢复后自动送出。</source>
        <translation>You can still rate; it is sent when the connection is back.</translation>
    </message>
    <message>
        <source>连接中断，您的评价恢复后自动送出。</source>
        <translation>Connection lost: your rating is sent when it is back.</translation>
    </message>
</context>
<context>
    <name>MessagePage</name>
    <message>
        <location filename="../qml/MessagePage.qml" line="42" />
        <source>暂停服务</source>
        <translation>Service paused</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="43" />
        <source>谢谢您的评价</source>
        <translation>Thank you for your rating</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="44" />
        <source>这次评价没有计入</source>
        <translation>This rating was not counted</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="45" />
        <source>您好，请等候叫号</source>
        <translation>Welcome, please wait to be called</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="46" />
        <source>本窗口现在不办理业务</source>
        <translation>This window is closed at present</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="46" />
        <source>正在准备</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="57" />
        <location filename="../qml/MessagePage.qml" line="63" />
        <source>同类业务请到 %1 号窗口</source>
        <translation>For the same business please go to window %1</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="58" />
        <source>请稍候，或到服务台咨询</source>
        <translation>Please wait, or ask at the service desk</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="59" />
        <source>您的意见直接送到主管部门。祝您顺利！</source>
        <translation>Your opinion goes straight to the supervising department. All the best!</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="61" />
        <source>叫到您的号码时，屏幕和广播会同时提示。</source>
        <translation>When your number is called, screen and loudspeaker tell you together.</translation>
    </message>
    <message>
        <location filename="../qml/MessagePage.qml" line="65" />
        <source>等待服务器下发窗口设置。</source>
        <translation>Waiting for this window's settings from the server.</translation>
    </message>
</context>
<context>
    <name>RatingPage</name>
    <message>
        <location filename="../qml/RatingPage.qml" line="37" />
        <source>您对这次服务满意吗？</source>
        <translation>Were you satisfied with this service?</translation>
    </message>
    <message>
        <location filename="../qml/RatingPage.qml" line="44" />
        <source>评价直接送主管部门，窗口人员看不到内容；办理已经完成，不会影响结果。</source>
        <translation>Your rating goes straight to the supervising department; staff cannot see it, and your matter is already settled.</translation>
    </message>
    <message>
        <location filename="../qml/RatingPage.qml" line="91" />
        <source>不评价也可以，%1 秒后自动结束</source>
        <translation>You need not answer; this page closes in %1 s</translation>
    </message>
    <message>
        <location filename="../qml/RatingPage.qml" line="92" />
        <source>原因可以不选。%1 秒内没有提交，本次不记录评价。</source>
        <translation>Reasons are optional. Closes in %1 s without a rating.</translation>
    </message>
    <message>
        <location filename="../qml/RatingPage.qml" line="103" />
        <source>不评价</source>
        <translation>No rating</translation>
    </message>
    <message>
        <location filename="../qml/RatingPage.qml" line="111" />
        <source>提交评价</source>
        <translation>Send rating</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <location filename="../qml/ServicePage.qml" line="26" />
        <source>请到本窗口</source>
        <translation>Please come to this window</translation>
    </message>
    <message>
        <location filename="../qml/ServicePage.qml" line="26" />
        <source>正在办理</source>
        <translation>Now serving</translation>
    </message>
</context>
<context>
    <name>StaffHeader</name>
    <message>
        <location filename="../qml/StaffHeader.qml" line="46" />
        <source>工作人员照片</source>
        <translation>Photograph of the member of staff</translation>
    </message>
    <message>
        <location filename="../qml/StaffHeader.qml" line="62" />
        <source>%1 号窗口 · 工号 %2 · %3</source>
        <translation>Window %1 · Staff No. %2 · %3</translation>
    </message>
    <message>
        <location filename="../qml/StaffHeader.qml" line="65" />
        <source>%1 号窗口 · %2</source>
        <translation>Window %1 · %2</translation>
    </message>
    <message>
        <location filename="../qml/StaffHeader.qml" line="83" />
        <source>标准字</source>
        <translation>Normal type</translation>
    </message>
    <message>
        <location filename="../qml/StaffHeader.qml" line="83" />
        <source>大字</source>
        <translation>Large type</translation>
    </message>
</context>
<context>
    <name>atrium::dualscreen::GuideLines</name>
    <message>
        <location filename="../guidelines.cpp" line="23" />
        <source>需要的材料（%1 项）</source>
        <translation>Papers needed (%1)</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="25" />
        <source>请向窗口工作人员询问。</source>
        <translation>Please ask the clerk.</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="28" />
        <source>%1 份</source>
        <translation>copies: %1</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="29" />
        <source>必要</source>
        <translation>required</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="29" />
        <source>非必要</source>
        <translation>if available</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="37" />
        <source>时限与费用</source>
        <translation>Time and fee</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="38" />
        <source>承诺时限：当场办结</source>
        <translation>Promised: done on the spot</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="39" />
        <source>承诺时限：%1 个工作日</source>
        <translation>Promised: %1 working days</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="40" />
        <source>法定时限：当场办结</source>
        <translation>Legal limit: on the spot</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="41" />
        <source>法定时限：%1 个工作日</source>
        <translation>Legal limit: %1 working days</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="43" />
        <source>收费：%1</source>
        <translation>Fee: %1</translation>
    </message>
    <message>
        <location filename="../guidelines.cpp" line="45" />
        <source>受理条件</source>
        <translation>Conditions</translation>
    </message>
</context>
<context>
    <name>atrium::dualscreen::OuterScreen</name>
    <message>
        <location filename="../outerrating.cpp" />
        <source>这次服务已经评价过了，每次服务评价一次。谢谢您！</source>
        <translation>This service has been rated already; each service is rated once. Thank you!</translation>
    </message>
    <message>
        <location filename="../outerrating.cpp" />
        <source>这次服务又继续办理了，办完后会再请您评价。</source>
        <translation>This service goes on; you will be asked again at its end.</translation>
    </message>
    <message>
        <location filename="../outerrating.cpp" />
        <source>这次服务已经超过评价的期限。有意见请到服务台反映。</source>
        <translation>This service can no longer be rated. The service desk will gladly hear your opinion.</translation>
    </message>
    <message>
        <location filename="../outerrating.cpp" />
        <source>系统没有接受这次评价。有意见请到服务台反映，谢谢您！</source>
        <translation>The system did not accept this rating. The service desk will gladly hear your opinion.</translation>
    </message>
</context>
<context>
    <name>atrium::dualscreen::Reasons</name>
    <message>
        <location filename="../reasons.cpp" line="9" />
        <source>态度热情</source>
        <translation>Friendly</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="9" />
        <source>办理快捷</source>
        <translation>Quick</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="9" />
        <source>讲解清楚</source>
        <translation>Clear explanation</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="10" />
        <source>环境整洁</source>
        <translation>Clean and tidy</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="11" />
        <source>等候较久</source>
        <translation>A long wait</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="11" />
        <source>讲解不够清楚</source>
        <translation>Explanation not clear enough</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="12" />
        <source>材料要求偏多</source>
        <translation>Many papers asked for</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="12" />
        <source>指引不够明显</source>
        <translation>Signs hard to find</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="13" />
        <source>态度不好</source>
        <translation>Unfriendly</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="13" />
        <source>等候太久</source>
        <translation>Waited too long</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="14" />
        <source>没有一次告知</source>
        <translation>Not told everything at once</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="14" />
        <source>要求提供多余材料</source>
        <translation>Needless papers asked for</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="15" />
        <source>办理超过时限</source>
        <translation>Took longer than promised</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="31" />
        <source>短暂离开</source>
        <translation>Back in a moment</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="31" />
        <source>午餐</source>
        <translation>Lunch break</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="31" />
        <source>业务会议</source>
        <translation>Staff meeting</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="32" />
        <source>整理材料</source>
        <translation>Sorting papers</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="32" />
        <source>系统故障</source>
        <translation>System trouble</translation>
    </message>
    <message>
        <location filename="../reasons.cpp" line="32" />
        <source>交接班</source>
        <translation>Change of shift</translation>
    </message>
</context>
</TS>
