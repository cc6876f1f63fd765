<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
    <name>AppProgressBar</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>AppSwitch</name>
    <message>
        <source>开</source>
        <translation>On</translation>
    </message>
    <message>
        <source>关</source>
        <translation>Off</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>登记本机</source>
        <translation>Enrol this device</translation>
    </message>
    <message>
        <source>请管理员在管理端的“设备”页为本机取登记码，在这里输入。登记码 8 位，10 分钟内有效，只能用一次。</source>
        <translation>The administrator gets an enrolment code for this device on the Devices page of the admin tool; enter it here. It has 8 characters, holds for 10 minutes and works once.</translation>
    </message>
    <message>
        <source>此设备的授权已被撤销，请重新登记。</source>
        <translation>This device has been shut out. Please enrol it again.</translation>
    </message>
    <message>
        <source>登记码不对、已用过或已过期。</source>
        <translation>The code is wrong, was used already, or is out of date.</translation>
    </message>
    <message>
        <source>输错次数太多。</source>
        <translation>Too many wrong codes.</translation>
    </message>
    <message>
        <source>这个登记码属于另一种设备。</source>
        <translation>This code belongs to another kind of device.</translation>
    </message>
    <message>
        <source>服务器没有应答。</source>
        <translation>The server does not answer.</translation>
    </message>
    <message>
        <source>没有登记成功。</source>
        <translation>The device was not enrolled.</translation>
    </message>
    <message>
        <source>请管理员重新取码。</source>
        <translation>Ask the administrator for a new code.</translation>
    </message>
    <message>
        <source>请管理员在“设备”页选中本机再取码。</source>
        <translation>Ask the administrator to pick this device and take a new code.</translation>
    </message>
    <message>
        <source>请等五分钟再试。</source>
        <translation>Please wait five minutes.</translation>
    </message>
    <message>
        <source>请检查网络和服务器地址，再试一次。</source>
        <translation>Check the network and the server&apos;s address, then try again.</translation>
    </message>
    <message>
        <source>删除一位</source>
        <translation>Delete one character</translation>
    </message>
    <message>
        <source>请稍候…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>指纹一致，登记</source>
        <translation>Same fingerprint: enrol</translation>
    </message>
    <message>
        <source>证书指纹：%1。与管理端显示的不同时不要登记。</source>
        <translation>Certificate: %1. Do not enrol if the admin tool shows another.</translation>
    </message>
    <message>
        <source>服务器：%1</source>
        <translation>Server: %1</translation>
    </message>
</context>
<context>
    <name>GradeFace</name>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>非常不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
</context>
<context>
    <name>KioskBar</name>
    <message>
        <source>高对比</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>标准字</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大字版</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>低位</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>低位操作</source>
        <translation>Low reach</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>朗读</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>LetterKeyboard</name>
    <message>
        <source>字母键盘</source>
        <translation>Letter keyboard</translation>
    </message>
    <message>
        <source>删除一个字母</source>
        <translation>Delete a letter</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>收起键盘</source>
        <translation>Close the keyboard</translation>
    </message>
</context>
<context>
    <name>NumberKeyboard</name>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>数字键盘</source>
        <translation>Number keyboard</translation>
    </message>
    <message>
        <source>换到数字</source>
        <translation>Switch to digits</translation>
    </message>
    <message>
        <source>换到字母</source>
        <translation>Switch to letters</translation>
    </message>
    <message>
        <source>删除一位</source>
        <translation>Delete a digit</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>要办什么事？输入拼音首字母</source>
        <translation>What would you like to do? Type pinyin initials</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>正在读取</source>
        <translation>Loading</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message>
        <source>%1 颗星，共 %2 颗</source>
        <translation>%1 of %2 stars</translation>
    </message>
    <message>
        <source>%1 星</source>
        <translation>%1 stars</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>第 %1 步，共 %2 步：%3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
<context>
    <name>TimeoutDialog</name>
    <message>
        <source>填写的内容会被清除。</source>
        <translation> What you entered will be cleared.</translation>
    </message>
    <message>
        <source>您还在吗？</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>继续办理</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>现在离开</source>
        <translation>Leave now</translation>
    </message>
    <message numerus="yes">
        <source>没有操作，%n 秒后回到首页。</source>
        <translation><numerusform>Nothing was touched. Back to the home page in %n second.</numerusform><numerusform>Nothing was touched. Back to the home page in %n seconds.</numerusform></translation>
    </message>
</context>
</TS>
