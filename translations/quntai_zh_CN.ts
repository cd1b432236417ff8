<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>%1 over</source>
        <translation>已超 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>%1 (VIP)</source>
        <translation>%1（VIP）</translation>
    </message>
    <message>
        <source>%1/%2 texts this hour</source>
        <translation>近一小时 %1/%2 条</translation>
    </message>
    <message>
        <source>%1/%2 texts this minute</source>
        <translation>近一分钟 %1/%2 条</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>%1 条排队</translation>
    </message>
    <message>
        <source>First response is overdue</source>
        <translation>首响已超时</translation>
    </message>
    <message>
        <source>First response is nearly due</source>
        <translation>首响即将超时</translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation>%1 连接断开</translation>
    </message>
    <message>
        <source>Emotion %1, up %2 in three turns</source>
        <translation>情绪 %1，三轮升高 %2</translation>
    </message>
    <message>
        <source>The bot is stopped everywhere</source>
        <translation>机器人已全部停用</translation>
    </message>
    <message>
        <source>%1 nears its send budget</source>
        <translation>%1 接近限速</translation>
    </message>
    <message>
        <source>Messages may be missing</source>
        <translation>可能漏收消息</translation>
    </message>
    <message>
        <source>The same question in %1 groups</source>
        <translation>同一问题 %1 个群在问</translation>
    </message>
    <message>
        <source>Its groups get no answer till it is back</source>
        <translation>恢复前，它所在的群收不到答复</translation>
    </message>
    <message>
        <source>The stop switch is on: no text of the bot leaves</source>
        <translation>停用开关已打开，机器人不会发出任何消息</translation>
    </message>
    <message>
        <source>“%1” waits for an answer</source>
        <translation>“%1” 还没有答复</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>指派…</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>悄悄话</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>旁观</translation>
    </message>
    <message>
        <source>Its groups</source>
        <translation>看这些群</translation>
    </message>
    <message>
        <source>Improve the answer</source>
        <translation>补知识</translation>
    </message>
    <message>
        <source>What it tells of customers may be old</source>
        <translation>客户资料可能不是最新的</translation>
    </message>
    <message>
        <source>Anger spreads: %1 members</source>
        <translation>情绪蔓延：%1 位群成员</translation>
    </message>
    <message>
        <source>began with %1</source>
        <translation>由 %1 开始</translation>
    </message>
</context>
<context>
    <name>AskersCard</name>
    <message>
        <source>answered by the bot %1</source>
        <translation>机器人已答 %1</translation>
    </message>
    <message>
        <source>answered by a colleague %1</source>
        <translation>同事已答 %1</translation>
    </message>
    <message>
        <source>answered by a member %1</source>
        <translation>群友已答 %1</translation>
    </message>
    <message>
        <source>marked by a colleague %1</source>
        <translation>同事标记 %1</translation>
    </message>
    <message>
        <source>said so when asked, %1</source>
        <translation>回访时说的 %1</translation>
    </message>
    <message>
        <source>said so %1</source>
        <translation>自己说的 %1</translation>
    </message>
    <message>
        <source>asked whether it is solved %1</source>
        <translation>已问“解决了吗” %1</translation>
    </message>
    <message>
        <source>waits since %1</source>
        <translation>%1 起在等</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回复</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>未解决</translation>
    </message>
</context>
<context>
    <name>AttachmentWords</name>
    <message>
        <source>There is nothing in it.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>It is larger than %1.</source>
        <translation>超过 %1，发不出去。</translation>
    </message>
    <message>
        <source>Programs and scripts cannot be sent.</source>
        <translation>程序和脚本不能发送。</translation>
    </message>
    <message>
        <source>This platform does not show this kind of picture; save it as PNG or JPEG.</source>
        <translation>这个平台不支持这种图片，请另存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>Pictures and files cannot be sent to this group.</source>
        <translation>这个群不能发图片和文件。</translation>
    </message>
    <message>
        <source>At most %1 pictures and files go with a text.</source>
        <translation>一条消息最多带 %1 个图片或文件。</translation>
    </message>
    <message>
        <source>“%1” shows what may not be sent to a group: %2.</source>
        <translation>“%1”里有不能发到群里的内容：%2。</translation>
    </message>
</context>
<context>
    <name>ContextWords</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Group admin</source>
        <translation>群管理</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>To the bot</source>
        <translation>对机器人说</translation>
    </message>
    <message>
        <source>To staff</source>
        <translation>对客服说</translation>
    </message>
    <message>
        <source>To a member</source>
        <translation>对群成员说</translation>
    </message>
    <message>
        <source>To nobody</source>
        <translation>没有对象</translation>
    </message>
    <message>
        <source>mentions the bot</source>
        <translation>@ 了机器人</translation>
    </message>
    <message>
        <source>mentions staff</source>
        <translation>@ 了客服</translation>
    </message>
    <message>
        <source>mentions a member</source>
        <translation>@ 了群成员</translation>
    </message>
    <message>
        <source>quotes the bot</source>
        <translation>引用了机器人</translation>
    </message>
    <message>
        <source>quotes staff</source>
        <translation>引用了客服</translation>
    </message>
    <message>
        <source>quotes a member</source>
        <translation>引用了群成员</translation>
    </message>
    <message>
        <source>calls the bot by name</source>
        <translation>叫了机器人的名字</translation>
    </message>
    <message>
        <source>calls staff by name</source>
        <translation>叫了客服的名字</translation>
    </message>
    <message>
        <source>has an open topic</source>
        <translation>话题未结束</translation>
    </message>
    <message>
        <source>follows what the bot said</source>
        <translation>接着机器人的话说</translation>
    </message>
    <message>
        <source>is a question</source>
        <translation>是问句</translation>
    </message>
    <message>
        <source>is a known question</source>
        <translation>是已知问题</translation>
    </message>
    <message>
        <source>is close to a known question</source>
        <translation>接近已知问题</translation>
    </message>
    <message>
        <source>asks nothing</source>
        <translation>没有提问</translation>
    </message>
    <message>
        <source>has no words</source>
        <translation>没有文字</translation>
    </message>
    <message>
        <source>is a statement</source>
        <translation>是陈述</translation>
    </message>
    <message>
        <source>is a thank-you or an OK</source>
        <translation>是致谢或确认</translation>
    </message>
    <message>
        <source>joins in with the same question</source>
        <translation>跟着问同样的问题</translation>
    </message>
    <message>
        <source>asks for a person</source>
        <translation>要求人工</translation>
    </message>
    <message>
        <source>is upset</source>
        <translation>情绪激动</translation>
    </message>
    <message>
        <source>has an order number</source>
        <translation>带订单号</translation>
    </message>
    <message>
        <source>staff are talking here</source>
        <translation>客服正在对话</translation>
    </message>
    <message>
        <source>reads like chatter</source>
        <translation>像闲聊</translation>
    </message>
    <message>
        <source>a rule of an entry holds</source>
        <translation>命中知识条目的规则</translation>
    </message>
    <message>
        <source>is about nothing in the knowledge base</source>
        <translation>知识库里没有相关内容</translation>
    </message>
    <message>
        <source>tells what is wrong or wanted</source>
        <translation>说了问题或诉求</translation>
    </message>
    <message>
        <source>speaks to the company</source>
        <translation>在对商家说话</translation>
    </message>
    <message>
        <source>speaks of what is theirs</source>
        <translation>在说自己的事</translation>
    </message>
    <message>
        <source>laughs</source>
        <translation>带笑意</translation>
    </message>
    <message>
        <source>calls somebody by name</source>
        <translation>称呼了某个人</translation>
    </message>
    <message>
        <source>speaks to one person</source>
        <translation>在对某个人说话</translation>
    </message>
    <message>
        <source>comes amid talk of members</source>
        <translation>夹在群友闲聊中</translation>
    </message>
    <message>
        <source>the bot has asked something</source>
        <translation>机器人刚追问过</translation>
    </message>
    <message>
        <source>is short</source>
        <translation>很短</translation>
    </message>
    <message>
        <source>is long</source>
        <translation>较长</translation>
    </message>
    <message>
        <source>leans on what was said</source>
        <translation>承接上文</translation>
    </message>
    <message>
        <source>tells a known problem</source>
        <translation>说了已知的问题</translation>
    </message>
    <message>
        <source>says that it is solved</source>
        <translation>说已解决</translation>
    </message>
    <message>
        <source>says that it did not help</source>
        <translation>说没解决</translation>
    </message>
    <message>
        <source>asks about a promise</source>
        <translation>问承诺的进展</translation>
    </message>
    <message>
        <source>tells more after a question back</source>
        <translation>回答机器人的追问</translation>
    </message>
    <message>
        <source>shows in a picture what is wrong</source>
        <translation>发图说明刚说的问题</translation>
    </message>
</context>
<context>
    <name>FileProblem</name>
    <message>
        <source>The folder is not there any more.</source>
        <translation>文件夹已不存在。</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>文件不存在。</translation>
    </message>
    <message>
        <source>You have no right to it.</source>
        <translation>没有访问权限。</translation>
    </message>
</context>
<context>
    <name>Flows</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Every day at %1</source>
        <translation>每天 %1</translation>
    </message>
    <message>
        <source>When a topic is resolved</source>
        <translation>话题解决时</translation>
    </message>
    <message>
        <source>When a person is asked for</source>
        <translation>转人工时</translation>
    </message>
    <message>
        <source>When somebody wants to buy</source>
        <translation>有人想购买时</translation>
    </message>
    <message>
        <source>When somebody joins</source>
        <translation>有人进群时</translation>
    </message>
    <message>
        <source>When somebody says %1</source>
        <translation>有人说到 %1 时</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>the send budget was used up</source>
        <translation>发送额度已用完</translation>
    </message>
    <message>
        <source>the bot was stopped</source>
        <translation>机器人已停用</translation>
    </message>
    <message>
        <source>the bot sends nothing unseen there</source>
        <translation>该群机器人不能直接发送</translation>
    </message>
    <message>
        <source>the platform was not connected</source>
        <translation>平台未连接</translation>
    </message>
    <message>
        <source>the text could not be filled or sent</source>
        <translation>内容无法填写或不能发送</translation>
    </message>
    <message>
        <source>the backend was away</source>
        <translation>后端当时离线</translation>
    </message>
    <message>
        <source>nobody was meant</source>
        <translation>没有适用的人</translation>
    </message>
    <message>
        <source>Has not spoken yet</source>
        <translation>还没发过</translation>
    </message>
    <message>
        <source>Spoke %1 ×, last %2</source>
        <translation>已发 %1 次，最近 %2</translation>
    </message>
    <message>
        <source>%1 × nothing</source>
        <translation>未发 %1 次</translation>
    </message>
    <message>
        <source>%1 × nothing: %2</source>
        <translation>未发 %1 次：%2</translation>
    </message>
    <message>
        <source>From %1, changed here since: what stands here counts</source>
        <translation>来自 %1，之后在此修改过：以此处为准</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>Happening</name>
    <message>
        <source>Topic %1 opened</source>
        <translation>话题 %1 开启</translation>
    </message>
    <message>
        <source>Topic %1 escalated</source>
        <translation>话题 %1 转人工</translation>
    </message>
    <message>
        <source>Topic %1 needs nobody any more</source>
        <translation>话题 %1 不再需要人工</translation>
    </message>
    <message>
        <source>Topic %1 offered to %2</source>
        <translation>话题 %1 派给 %2</translation>
    </message>
    <message>
        <source>You took over topic %1</source>
        <translation>你接管了话题 %1</translation>
    </message>
    <message>
        <source>%1 took over topic %2</source>
        <translation>%1 接管了话题 %2</translation>
    </message>
    <message>
        <source>Topic %1 merged into %2</source>
        <translation>话题 %1 合并到 %2</translation>
    </message>
    <message>
        <source>Messages moved into topic %1</source>
        <translation>消息移入话题 %1</translation>
    </message>
    <message>
        <source>The connection was down from %1 to %2</source>
        <translation>%1 到 %2 连接中断</translation>
    </message>
    <message>
        <source>Data of a person was erased</source>
        <translation>一位客户的数据已删除</translation>
    </message>
    <message>
        <source>Messages may be missing here</source>
        <translation>此处可能缺消息</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>%1 handed topic %2 back to the bot</source>
        <translation>%1 把话题 %2 交还机器人</translation>
    </message>
    <message>
        <source>%1 transferred topic %2</source>
        <translation>%1 转接了话题 %2</translation>
    </message>
    <message>
        <source>Topic %2 is free again: %1 was away too long</source>
        <translation>话题 %2 已释放：%1 离开太久</translation>
    </message>
    <message>
        <source>Topic %1 went back to the bot after 30 min</source>
        <translation>话题 %1 闲置 30 分钟，已交还机器人</translation>
    </message>
    <message>
        <source>Topic %1 was taken from %2</source>
        <translation>话题 %1 已从 %2 收回</translation>
    </message>
    <message>
        <source>%1 left topic %2</source>
        <translation>%1 退出了话题 %2</translation>
    </message>
    <message>
        <source>Topic %1 answered by a member</source>
        <translation>话题 %1 由群友答复</translation>
    </message>
    <message>
        <source>Topic %1 resolved</source>
        <translation>话题 %1 已解决</translation>
    </message>
    <message>
        <source>%1 rejected the draft: %2</source>
        <translation>%1 审核驳回：%2</translation>
    </message>
    <message>
        <source>%1 changed the draft; a second person decides</source>
        <translation>%1 改了草稿，等第二人复核</translation>
    </message>
    <message>
        <source>%1 changed the draft and sent it</source>
        <translation>%1 修改草稿后发送</translation>
    </message>
    <message>
        <source>%1 approved the draft</source>
        <translation>%1 审核通过</translation>
    </message>
    <message>
        <source>Topic %1 waits again: %2 did nothing in it</source>
        <translation>话题 %1 重新排队：%2 未处理</translation>
    </message>
    <message>
        <source>%1 put topic %2 off</source>
        <translation>%1 将话题 %2 设为稍后处理</translation>
    </message>
</context>
<context>
    <name>Lookup</name>
    <message>
        <source>Looking them up in %1</source>
        <translation>正在查询 %1</translation>
    </message>
    <message>
        <source>Not found in %1</source>
        <translation>%1 中没有找到此人</translation>
    </message>
    <message>
        <source>%1 is down since %2: %3.</source>
        <translation>%1 自 %2 起不可用：%3。</translation>
    </message>
    <message>
        <source>%1 gave nothing usable: %2.</source>
        <translation>%1 没有给出可用的资料：%2。</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>连接不上</translation>
    </message>
    <message>
        <source>it does not answer in time</source>
        <translation>响应超时</translation>
    </message>
    <message>
        <source>it refuses our access</source>
        <translation>拒绝了访问凭据</translation>
    </message>
    <message>
        <source>it is asked too much</source>
        <translation>请求过多，被限流</translation>
    </message>
    <message>
        <source>it reports a fault of its own</source>
        <translation>对方系统内部出错</translation>
    </message>
    <message>
        <source>it has another address now</source>
        <translation>接口地址已变更</translation>
    </message>
    <message>
        <source>its answer cannot be read</source>
        <translation>返回的数据无法识别</translation>
    </message>
    <message>
        <source>its answer is too large</source>
        <translation>返回的数据过大</translation>
    </message>
    <message>
        <source>updated just now</source>
        <translation>刚刚更新</translation>
    </message>
    <message>
        <source>updated %1 min ago</source>
        <translation>%1 分钟前更新</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>%1 更新</translation>
    </message>
    <message>
        <source>What stands here is from before.</source>
        <translation>以下是此前的资料。</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>First response, median</source>
        <translation>首响中位</translation>
    </message>
    <message>
        <source>From the first question of a topic to its first answer that reached the group. An answer is the bot&apos;s, a person&apos;s (at a console or on a phone) or another member&apos;s; “a colleague is coming” is none. Of all topics that were answered; the others are counted beside.</source>
        <translation>从话题的第一个问题，到第一条送达群里的答复。机器人、客服（在工作台或手机上）和群友的答复都算；“同事马上来”不算答复。只统计已答复的话题，未答复的另列。</translation>
    </message>
    <message>
        <source>Response, average</source>
        <translation>平均响应</translation>
    </message>
    <message>
        <source>From each question to the next answer that reached the group, averaged over all answers of the topics. Several questions in a row wait from the first of them.</source>
        <translation>从每个问题到下一条送达群里的答复，对话题里的全部答复取平均。连续几个问题从第一个算起。</translation>
    </message>
    <message>
        <source>First-contact resolution</source>
        <translation>一次解决率</translation>
    </message>
    <message>
        <source>Of the topics that came to rest (ended, or silent for 24 hours after an answer): those that were not reopened, asked on, or asked again by the same person within 72 hours. Rest of less than 72 hours counts as it is so far.</source>
        <translation>已平息的话题（已结束，或答复后 24 小时无人再说）中，72 小时内没有重开、没有追问、同一人也没有再问同一件事的占比。平息未满 72 小时的按目前情况计。</translation>
    </message>
    <message>
        <source>Transfer rate</source>
        <translation>转人工率</translation>
    </message>
    <message>
        <source>Topics that were escalated to a person, of all topics. The mark is at 20 %.</source>
        <translation>转过人工的话题占全部话题的比例。标线在 20 %。</translation>
    </message>
    <message>
        <source>Automation rate</source>
        <translation>自动化率</translation>
    </message>
    <message>
        <source>Topics that the bot answered and no person had to: never escalated, no question left open, no answer corrected. Of all topics.</source>
        <translation>只由机器人答复、无需客服的话题占全部话题的比例：没有转人工，没有未答的问题，答复没有被纠正。</translation>
    </message>
    <message>
        <source>7×24 coverage</source>
        <translation>7×24 覆盖率</translation>
    </message>
    <message>
        <source>Minutes in which somebody would answer, of all minutes of all groups. A person counts while their console is connected and they are not away, in the groups they may see; the bot counts while its platform is connected, the group is on automatic and it is not stopped.</source>
        <translation>有人应答的分钟数占全部群全部分钟数的比例。客服在线且未离开时，在其可见的群里算有人；平台已连接、群为自动模式且未急停时，算有机器人。</translation>
    </message>
    <message>
        <source>Knowledge hit rate</source>
        <translation>知识命中率</translation>
    </message>
    <message>
        <source>Topics for which an entry was found above the answer threshold and not rejected by a person (answer corrected, draft refused). Of all topics.</source>
        <translation>找到置信度达到答复线的知识条目、且没有被人否定（答复被纠正、草稿被退回）的话题占全部话题的比例。</translation>
    </message>
    <message>
        <source>New knowledge</source>
        <translation>新增知识</translation>
    </message>
    <message>
        <source>Entries that people added or changed in this time, each counted once: from corrected answers, or written in the studio. Imports do not count. The topics are those whose answers were corrected.</source>
        <translation>这段时间由人新增或修改的知识条目，每条只计一次：来自纠正的答复，或在知识库里编写。导入不算。可查看的话题是答复被纠正的话题。</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>A topic is offered to you</source>
        <translation>有话题派给你</translation>
    </message>
    <message>
        <source>A topic needs a person</source>
        <translation>有话题待干预</translation>
    </message>
    <message>
        <source>Somebody else serves your topic now</source>
        <translation>你的话题已由他人接管</translation>
    </message>
    <message>
        <source>New message in your topic</source>
        <translation>你接待的话题有新消息</translation>
    </message>
    <message>
        <source>A message of yours was not sent</source>
        <translation>你有一条消息没有发出</translation>
    </message>
    <message>
        <source>A whisper to you</source>
        <translation>有人给你发了悄悄话</translation>
    </message>
    <message>
        <source>A channel is disconnected</source>
        <translation>有渠道断开连接</translation>
    </message>
    <message>
        <source>Anger spreads in a group</source>
        <translation>群内情绪正在蔓延</translation>
    </message>
    <message>
        <source>Your topic is soon due</source>
        <translation>你的话题即将超时</translation>
    </message>
    <message>
        <source>Your topic is overdue</source>
        <translation>你的话题已超时</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Escalations only</source>
        <translation>仅转人工</translation>
    </message>
    <message>
        <source>Mine only</source>
        <translation>仅与我有关</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>Chosen events</source>
        <translation>自选事件</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>A colleague asks you</source>
        <translation>同事向您请示</translation>
    </message>
    <message>
        <source>A colleague invites you to help</source>
        <translation>同事邀请您协助</translation>
    </message>
    <message>
        <source>A promise is overdue</source>
        <translation>承诺已超时</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>Empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>Not a picture format</source>
        <translation>不是图片格式</translation>
    </message>
    <message>
        <source>Damaged picture</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>Too many pixels</source>
        <translation>像素过多</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>Format not supported</source>
        <translation>格式不支持</translation>
    </message>
    <message>
        <source>Decoding took too long</source>
        <translation>解码超时</translation>
    </message>
    <message>
        <source>Could not be decoded</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>No longer kept</source>
        <translation>已不再保存</translation>
    </message>
    <message>
        <source>Damaged on the way</source>
        <translation>传输中损坏</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>未加载</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>a rule has 1 to %1 characters</source>
        <translation>规则需为 1–%1 个字符</translation>
    </message>
    <message>
        <source>an entry has at most %1 rules</source>
        <translation>一个条目最多 %1 条规则</translation>
    </message>
    <message>
        <source>a pattern has 1 to %1 characters</source>
        <translation>正则需为 1–%1 个字符</translation>
    </message>
    <message>
        <source>more than %1 repetitions of open length</source>
        <translation>不限长度的重复超过 %1 处</translation>
    </message>
    <message>
        <source>more than %1 parts that may be left out</source>
        <translation>可省略的部分超过 %1 处</translation>
    </message>
    <message>
        <source>more than %1 times</source>
        <translation>重复次数超过 %1</translation>
    </message>
    <message>
        <source>a repetition of what repeats or has a choice itself</source>
        <translation>重复的内容里又含重复或多选</translation>
    </message>
    <message>
        <source>of groups only (…) and (?:…) may be used</source>
        <translation>分组只能用 (…) 和 (?:…)</translation>
    </message>
    <message>
        <source>\%1 is not among what may be used</source>
        <translation>不支持 \%1</translation>
    </message>
    <message>
        <source>{,n} must be written {0,n}</source>
        <translation>{,n} 请写成 {0,n}</translation>
    </message>
    <message>
        <source>it matches nothing at all</source>
        <translation>会匹配空内容</translation>
    </message>
    <message>
        <source>%1 at character %2</source>
        <translation>第 %2 个字符处：%1</translation>
    </message>
    <message>
        <source>a flow needs an id of letters, digits, - and _</source>
        <translation>流程需要 id，只能用字母、数字、- 和 _</translation>
    </message>
    <message>
        <source>a flow needs a name of at most 40 characters</source>
        <translation>流程需要 name，最多 40 个字</translation>
    </message>
    <message>
        <source>a flow needs a trigger</source>
        <translation>流程需要 trigger（触发方式）</translation>
    </message>
    <message>
        <source>a flow needs text</source>
        <translation>流程需要 text（发言内容）</translation>
    </message>
    <message>
        <source>text: at most 2000 characters</source>
        <translation>text 最多 2000 个字</translation>
    </message>
    <message>
        <source>text: nobody fills %1 here; there is %2</source>
        <translation>text：这里没有 %1 可填；可用：%2</translation>
    </message>
    <message>
        <source>keywords: 1 to 50 words</source>
        <translation>keywords 需为 1–50 个词</translation>
    </message>
    <message>
        <source>conditions: at most 200 groups and tags</source>
        <translation>conditions 最多 200 个群和标签</translation>
    </message>
    <message>
        <source>schedule needs at</source>
        <translation>schedule 需要 at（时间）</translation>
    </message>
    <message>
        <source>schedule has either weekdays or dates</source>
        <translation>schedule 的 weekdays 与 dates 只能选一种</translation>
    </message>
    <message>
        <source>weekdays are 1 (Monday) to 7 (Sunday)</source>
        <translation>weekdays 为 1（周一）到 7（周日）</translation>
    </message>
    <message>
        <source>dates must look like 2026-11-11</source>
        <translation>dates 请写成 2026-11-11</translation>
    </message>
    <message>
        <source>at must look like 08:30</source>
        <translation>at 请写成 08:30</translation>
    </message>
    <message>
        <source>the trigger %1 needs %2</source>
        <translation>触发方式 %1 需要 %2</translation>
    </message>
    <message>
        <source>there is a flow %1 already</source>
        <translation>已有流程 %1</translation>
    </message>
    <message>
        <source>the id of a flow stays %1; write a new flow for another</source>
        <translation>流程的 id 固定为 %1；要换 id 请新建流程</translation>
    </message>
    <message>
        <source>the text is longer than %1 characters</source>
        <translation>内容超过 %1 个字符</translation>
    </message>
    <message>
        <source>only one flow may stand here</source>
        <translation>这里只能写一个流程</translation>
    </message>
    <message>
        <source>unknown key: %1</source>
        <translation>未知的键：%1</translation>
    </message>
    <message>
        <source>the key %1 is there twice</source>
        <translation>键 %1 重复了</translation>
    </message>
    <message>
        <source>must be a list of keys and values</source>
        <translation>应为“键: 值”的列表</translation>
    </message>
    <message>
        <source>%1 must be one of %2</source>
        <translation>%1 只能是：%2</translation>
    </message>
    <message>
        <source>%1 must be from %2 to %3</source>
        <translation>%1 应在 %2 到 %3 之间</translation>
    </message>
    <message>
        <source>%1 must be a whole number</source>
        <translation>%1 应为整数</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1 应为 true 或 false</translation>
    </message>
    <message>
        <source>%1 must be a list</source>
        <translation>%1 应为列表</translation>
    </message>
    <message>
        <source>%1 must list texts</source>
        <translation>%1 应列出文字</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation>%1 应为文字</translation>
    </message>
    <message>
        <source>%1 is not for the trigger %2</source>
        <translation>%1 不能用于触发方式 %2</translation>
    </message>
    <message>
        <source>%1 is for the trigger %2 only</source>
        <translation>%1 只能用于触发方式 %2</translation>
    </message>
    <message>
        <source>illegal map value</source>
        <translation>这里不能写“键: 值”，请检查缩进或冒号</translation>
    </message>
    <message>
        <source>end of map not found</source>
        <translation>“键: 值”没有结束，请检查缩进</translation>
    </message>
    <message>
        <source>end of sequence not found</source>
        <translation>列表没有结束，请检查缩进或 ]</translation>
    </message>
    <message>
        <source>illegal tab when looking for indentation</source>
        <translation>缩进不能用制表符，请用空格</translation>
    </message>
    <message>
        <source>unknown token</source>
        <translation>有无法识别的符号</translation>
    </message>
    <message>
        <source>illegal EOF in scalar</source>
        <translation>引号没有结束</translation>
    </message>
    <message>
        <source>bad conversion</source>
        <translation>这里的内容类型不对</translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <translation>规则 %1：%2</translation>
    </message>
</context>
<context>
    <name>PromisesCard</name>
    <message>
        <source>open</source>
        <translation>待兑现</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>no time was given</source>
        <translation>未说时间</translation>
    </message>
    <message>
        <source>due %1, overdue by %2</source>
        <translation>%1 到期，已超 %2</translation>
    </message>
    <message>
        <source>due %1, in %2</source>
        <translation>%1 到期，还有 %2</translation>
    </message>
</context>
<context>
    <name>QueueLayout</name>
    <message>
        <source>Mine</source>
        <translation>我接待</translation>
    </message>
    <message>
        <source>%1 breached</source>
        <translation>%1已超时</translation>
    </message>
    <message>
        <source>%1 soon due</source>
        <translation>%1即将超时</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>Missed ×%1</source>
        <translation>错过派单 ×%1</translation>
    </message>
    <message>
        <source>Promise overdue</source>
        <translation>承诺超时</translation>
    </message>
    <message>
        <source>Promised %1</source>
        <translation>承诺 %1</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 请示</translation>
    </message>
    <message>
        <source>%1 invites you</source>
        <translation>%1 邀请您</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>协助 %1</translation>
    </message>
    <message>
        <source>Supervisor asked</source>
        <translation>已请示主管</translation>
    </message>
    <message>
        <source>Back: %1</source>
        <translation>已恢复：%1</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>The time to recall this message is over.</source>
        <translation>已过撤回时限。</translation>
    </message>
    <message>
        <source>This platform cannot take back what was sent.</source>
        <translation>这个平台不能撤回已发出的消息。</translation>
    </message>
    <message>
        <source>The bot is stopped; nothing of it is sent.</source>
        <translation>机器人已停用，不会发出任何内容。</translation>
    </message>
    <message>
        <source>“%1” may not be sent to a group.</source>
        <translation>“%1”不能发到群里。</translation>
    </message>
    <message>
        <source>You do not hold this topic. Take it over first.</source>
        <translation>话题不在你手上。先接管。</translation>
    </message>
    <message>
        <source>%1 holds this topic.</source>
        <translation>%1 正在接待这个话题。</translation>
    </message>
    <message>
        <source>There are newer messages in this topic. Look at them, then send again.</source>
        <translation>话题里有新消息。先看，再发。</translation>
    </message>
    <message>
        <source>You may not do this here.</source>
        <translation>你没有这里的权限。</translation>
    </message>
    <message>
        <source>What this is about is gone.</source>
        <translation>要处理的内容已不存在。</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. Look again, then decide.</source>
        <translation>期间有人改动过。重新看过再决定。</translation>
    </message>
    <message>
        <source>The text is too long. Shorten it.</source>
        <translation>内容太长，请缩短。</translation>
    </message>
    <message>
        <source>Too much at once. Try again in a moment.</source>
        <translation>操作太频繁，稍后再试。</translation>
    </message>
    <message>
        <source>The disk is full. Your text is kept; free some space and try again.</source>
        <translation>磁盘已满。内容已保留，腾出空间再试。</translation>
    </message>
    <message>
        <source>The backend cannot do it now. Try again later.</source>
        <translation>后端现在无法处理，稍后再试。</translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again; what you wrote is kept.</source>
        <translation>登录已过期。重新登录，已写内容会保留。</translation>
    </message>
    <message>
        <source>The backend cannot be reached.</source>
        <translation>连接不到后端。</translation>
    </message>
    <message>
        <source>The connection to the backend broke.</source>
        <translation>与后端的连接中断。</translation>
    </message>
    <message>
        <source>The backend does not answer.</source>
        <translation>后端没有响应。</translation>
    </message>
    <message>
        <source>The backend&apos;s certificate is not trusted.</source>
        <translation>后端的证书不受信任。</translation>
    </message>
    <message>
        <source>Only wss:// is allowed, and ws:// on this computer.</source>
        <translation>只能用 wss://；ws:// 只能连本机。</translation>
    </message>
    <message>
        <source>What answers there is no Quntai backend of a version that fits.</source>
        <translation>对方不是版本匹配的群台后端。</translation>
    </message>
    <message>
        <source>The backend restarts.</source>
        <translation>后端正在重启。</translation>
    </message>
    <message>
        <source>The backend is busy.</source>
        <translation>后端繁忙。</translation>
    </message>
    <message>
        <source>Name or password is wrong.</source>
        <translation>账号或密码不对。</translation>
    </message>
    <message>
        <source>This account has signed in elsewhere.</source>
        <translation>这个账号已在别处登录。</translation>
    </message>
    <message>
        <source>This account may not be used.</source>
        <translation>这个账号已停用。</translation>
    </message>
    <message>
        <source>You changed this draft; another person decides on it.</source>
        <translation>这条草稿由你改过，要由另一人通过。</translation>
    </message>
    <message>
        <source>%1 may not be sent to a group.</source>
        <translation>%1不能发到群里。</translation>
    </message>
    <message>
        <source>Look at the network of this computer first; if it is well, ask an administrator whether the backend runs.</source>
        <translation>请先检查本机网络；网络正常时，请管理员确认群台后端在运行。</translation>
    </message>
    <message>
        <source>Check how the address is written; an address of the company&apos;s own network may need its VPN.</source>
        <translation>请核对地址拼写；公司内网的地址，可能要先连上内网或 VPN。</translation>
    </message>
    <message>
        <source>Check address and port; if they are right, ask an administrator to start the backend.</source>
        <translation>请核对地址和端口；都没错的话，请管理员启动群台后端。</translation>
    </message>
    <message>
        <source>Check address and port; if a proxy stands before the backend, ask an administrator whether the backend runs.</source>
        <translation>请核对地址和端口；后端前面有反向代理的话，请管理员确认后端在运行。</translation>
    </message>
    <message>
        <source>A firewall may hold it back, or the port is wrong; if neither, ask an administrator to look at the backend.</source>
        <translation>可能是防火墙拦截或端口不对；都不是的话，请管理员检查后端。</translation>
    </message>
    <message>
        <source>Your password was not sent. Ask an administrator for a certificate that this computer trusts.</source>
        <translation>密码没有发出。请管理员换用本机信任的证书。</translation>
    </message>
    <message>
        <source>Your password was not sent. Check the address; it must be the one the certificate names.</source>
        <translation>密码没有发出。请核对地址，要与证书上的域名一致。</translation>
    </message>
    <message>
        <source>Your password was not sent. Look at the clock of this computer; if it is right, the certificate has to be renewed.</source>
        <translation>密码没有发出。请先看本机时间是否准确；时间没错的话，请管理员更新证书。</translation>
    </message>
    <message>
        <source>Check the address; console and backend must be of versions that fit.</source>
        <translation>请核对地址；客户端和后端的版本要匹配。</translation>
    </message>
    <message>
        <source>The name of the server is not known here.</source>
        <translation>找不到服务器：域名无法解析。</translation>
    </message>
    <message>
        <source>The connection was refused: nothing listens at that port.</source>
        <translation>连接被拒绝：对方端口上没有服务。</translation>
    </message>
    <message>
        <source>What answers there is no Quntai backend.</source>
        <translation>对方有响应，但不是群台后端。</translation>
    </message>
    <message>
        <source>The certificate is of another server.</source>
        <translation>证书与服务器地址不符。</translation>
    </message>
    <message>
        <source>The backend&apos;s certificate is not valid at this time.</source>
        <translation>后端的证书不在有效期内。</translation>
    </message>
    <message>
        <source>Mind capital letters; an administrator can set a new password.</source>
        <translation>请注意大小写；忘记密码可以请管理员重设。</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>请联系管理员。</translation>
    </message>
    <message>
        <source>Tried %1. %2</source>
        <translation>已尝试连接 %1。%2</translation>
    </message>
    <message>
        <source>A picture or file of this text is not there any more. Attach it again.</source>
        <translation>这条消息的图片或文件已经不在了，请重新添加。</translation>
    </message>
    <message>
        <source>This computer slept; whether the backend is still there is being asked.</source>
        <translation>本机刚从睡眠中恢复，正在确认与后端的连接。</translation>
    </message>
    <message>
        <source>The backend has no room for the pictures and files of this text. It is kept; tell an administrator, then send it again.</source>
        <translation>后端没有空间存放这条消息的图片和文件。消息已保留；请联系管理员，之后再发送。</translation>
    </message>
    <message>
        <source>The pictures and files of this text did not get to the backend in several tries. It is kept; look at the network, then send it again.</source>
        <translation>这条消息的图片和文件多次上传未成功。消息已保留；请检查网络，之后再发送。</translation>
    </message>
    <message>
        <source>A picture of this text could not be checked for what may not be sent to a group. It is kept; send it again later, or cut out the part that is needed.</source>
        <translation>这条消息中有图片未能完成外发检查。消息已保留；请稍后重发，或只截取需要的部分再发送。</translation>
    </message>
    <message>
        <source>Too many pictures and files that you brought wait at the backend. This text is kept; send it again in ten minutes.</source>
        <translation>您上传后未发出的图片和文件过多。消息已保留；请十分钟后再发送。</translation>
    </message>
</context>
<context>
    <name>ReplyTexts</name>
    <message>
        <source>Fill in %1 first.</source>
        <translation>请先补全 %1。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>“%1” warns of this text.</source>
        <translation>触发提醒规则“%1”。</translation>
    </message>
    <message>
        <source>%1 is another customer&apos;s order.</source>
        <translation>%1 是其他客户的订单。</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>%1 groups, never without answer</source>
        <translation>%1 个群，始终有人应答</translation>
    </message>
    <message>
        <source>%1 h without answer, %2 groups</source>
        <translation>%1 小时无人应答 · %2 个群</translation>
    </message>
    <message>
        <source>%1 within 72 h</source>
        <translation>%1 个未满 72 小时</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>群友</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 时</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>%1 unanswered</source>
        <translation>%1 个未答</translation>
    </message>
    <message>
        <source>%1 corrected · %2 written</source>
        <translation>纠正 %1 · 编写 %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>First response, %1</source>
        <translation>首响（%1）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>提问时间</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>接待</translation>
    </message>
</context>
<context>
    <name>ShiftSheet</name>
    <message>
        <source>A topic that has ended</source>
        <translation>已结束的话题</translation>
    </message>
    <message>
        <source>held</source>
        <translation>接待中</translation>
    </message>
    <message>
        <source>waits since %1</source>
        <translation>%1 起在等</translation>
    </message>
    <message>
        <source>Asked: %1</source>
        <translation>问：%1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>承诺：%1</translation>
    </message>
    <message>
        <source>Note, %1 %2: %3</source>
        <translation>备注（%1 %2）：%3</translation>
    </message>
    <message>
        <source>Shift hand-over: %1, %2 to %3</source>
        <translation>交接单：%1，%2 至 %3</translation>
    </message>
    <message>
        <source>Nothing is left open.</source>
        <translation>没有未了事项。</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>%1 已到期</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>最晚 %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Corrected by an agent</source>
        <translation>客服纠正</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>In use again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Wrong facts</source>
        <translation>事实有误</translation>
    </message>
    <message>
        <source>Beside the question</source>
        <translation>答非所问</translation>
    </message>
    <message>
        <source>Wrong tone</source>
        <translation>语气不当</translation>
    </message>
    <message>
        <source>The file is larger than 32 MB. Split it.</source>
        <translation>文件超过 32 MB，拆成几个再导入。</translation>
    </message>
    <message>
        <source>The file is neither UTF-8 nor GB18030. Save it again as CSV UTF-8.</source>
        <translation>文件不是 UTF-8，也不是 GB18030。另存为“CSV UTF-8”再导入。</translation>
    </message>
    <message>
        <source>This is no text file, or one in UTF-16. Save it again as CSV UTF-8.</source>
        <translation>这不是文本文件，或者是 UTF-16 编码。另存为“CSV UTF-8”再导入。</translation>
    </message>
    <message>
        <source>The first row must name the columns question and answer.</source>
        <translation>第一行要写列名，至少有“标准问”和“答案”。</translation>
    </message>
    <message>
        <source>A quoted cell never ends</source>
        <translation>引号没有收尾</translation>
    </message>
    <message>
        <source>The row is too long</source>
        <translation>这一行太长</translation>
    </message>
    <message>
        <source>Not a line of JSON: %1</source>
        <translation>不是一行 JSON：%1</translation>
    </message>
    <message>
        <source>No question</source>
        <translation>没有标准问</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>Column %1 is too long</source>
        <translation>%1 列太长</translation>
    </message>
    <message>
        <source>“%1” is not a known value</source>
        <translation>不认识的值“%1”</translation>
    </message>
    <message>
        <source>The id has spaces or is too long</source>
        <translation>编号含空格或太长</translation>
    </message>
    <message>
        <source>An earlier row is the same entry</source>
        <translation>与前面的行是同一条</translation>
    </message>
    <message>
        <source>Changed after the export (%1)</source>
        <translation>导出之后又改过（%1）</translation>
    </message>
    <message>
        <source>It already has a draft</source>
        <translation>已有一份草稿</translation>
    </message>
    <message>
        <source>Answers directly: %1 reaches the threshold %2</source>
        <translation>直接答复：%1 达到阈值 %2</translation>
    </message>
    <message>
        <source>Asks back: %1 is not sure enough</source>
        <translation>反问确认：%1 还不够确定</translation>
    </message>
    <message>
        <source>Waits for approval before it is sent</source>
        <translation>先审后发：等人批准再发</translation>
    </message>
    <message>
        <source>Fetches a person: %1</source>
        <translation>转人工：%1</translation>
    </message>
    <message>
        <source>Stays silent</source>
        <translation>不说话</translation>
    </message>
    <message>
        <source>The bot does not use it: %1</source>
        <translation>机器人不用这条：%1</translation>
    </message>
    <message>
        <source>Nothing of the question is in this entry. Add it as a similar question.</source>
        <translation>这条里没有问题中的任何字词，可以把它加为相似问。</translation>
    </message>
    <message>
        <source>Number %1 with %2; “%3” fits better with %4</source>
        <translation>排第 %1，%2；“%3”更合适，%4</translation>
    </message>
    <message>
        <source>It fits best, but the question looks out of scope (%1)</source>
        <translation>最接近的就是它，但问题像是超出范围（%1）</translation>
    </message>
    <message>
        <source>It fits best, but %1 is below the threshold %2</source>
        <translation>最接近的就是它，但 %1 低于阈值 %2</translation>
    </message>
    <message>
        <source>It fits with %1, but a rule decides otherwise</source>
        <translation>匹配度 %1，但规则另有决定</translation>
    </message>
    <message>
        <source>It is the answer, with %1</source>
        <translation>就是这条，%1</translation>
    </message>
    <message>
        <source>Correction taken back</source>
        <translation>纠正已撤销</translation>
    </message>
    <message>
        <source>A rule cannot be used: %1</source>
        <translation>规则不可用：%1</translation>
    </message>
    <message>
        <source>A slot cannot be used: %1</source>
        <translation>槽位无法使用：%1</translation>
    </message>
    <message>
        <source>A step cannot be used: %1</source>
        <translation>处理步骤无法使用：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不查询</translation>
    </message>
    <message>
        <source>the asker&apos;s order</source>
        <translation>提问者的订单</translation>
    </message>
    <message>
        <source>the asker&apos;s newest case</source>
        <translation>提问者最新的工单</translation>
    </message>
    <message>
        <source>Looks it up in the customers&apos; system first, then answers: %1 reaches the threshold %2</source>
        <translation>先查客户系统再回答：%1 达到阈值 %2</translation>
    </message>
    <message>
        <source>Suggested to agents %1×: taken %2, changed %3, turned down %4, only seen %5 · right %6, partly %7, wrong %8</source>
        <translation>向客服推荐 %1 次：采用 %2，改后采用 %3，未采用 %4，仅显示 %5 · 正确 %6，部分正确 %7，不对 %8</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>TextFault</name>
    <message>
        <source>The text is empty</source>
        <translation>内容为空</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>内容太长</translation>
    </message>
    <message>
        <source>“%1” may not be sent to a group</source>
        <translation>“%1”不能发到群里</translation>
    </message>
    <message>
        <source>%1 may not be sent to a group</source>
        <translation>%1不能发到群里</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>To %1</source>
        <translation>答 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>Send budget used up, out in about %n s</source>
        <translation>
            <numerusform>发送额度用完，约 %n 秒后发出</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队发送</translation>
    </message>
    <message>
        <source>%1 %2?</source>
        <translation>%1 %2？</translation>
    </message>
    <message>
        <source>%1 new topic</source>
        <translation>%1 新话题</translation>
    </message>
    <message>
        <source>%1 quoted</source>
        <translation>%1 引用</translation>
    </message>
    <message>
        <source>%1 mentioned</source>
        <translation>%1 提到</translation>
    </message>
    <message>
        <source>%1 same person %2</source>
        <translation>%1 同一人 %2</translation>
    </message>
    <message>
        <source>%1 similar %2</source>
        <translation>%1 相似 %2</translation>
    </message>
    <message>
        <source>%1 answer</source>
        <translation>%1 答复</translation>
    </message>
    <message>
        <source>%1 chosen by a person</source>
        <translation>%1 人工归属</translation>
    </message>
    <message>
        <source>Group admin</source>
        <translation>群管理</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>said to a member</source>
        <translation>对群友说</translation>
    </message>
    <message>
        <source>no question</source>
        <translation>没有提问</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>没有文字</translation>
    </message>
    <message>
        <source>Topic %1</source>
        <translation>话题 %1</translation>
    </message>
    <message>
        <source>quotes %1</source>
        <translation>引用%1</translation>
    </message>
    <message>
        <source>emotion %1</source>
        <translation>情绪 %1</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>上升</translation>
    </message>
    <message numerus="yes">
        <source>+%n chatter</source>
        <translation>
            <numerusform>+%n 闲聊</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of other topics</source>
        <translation>
            <numerusform>其他话题 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>The text was erased</source>
        <translation>内容已删除</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>悄悄话</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>发送结果未知</translation>
    </message>
    <message>
        <source>No receipt came; it is not sent again by itself</source>
        <translation>发出后未收到回执，不会自动重发</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>标为已发</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重发</translation>
    </message>
    <message>
        <source>Offline: sent after new messages have been checked</source>
        <translation>离线，重连后核对新消息再发出</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>移到…</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>展开全文</translation>
    </message>
    <message>
        <source>AI-generated</source>
        <translation>AI 生成</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>纠正</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Recall within %1</source>
        <translation>%1 内可撤回</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Focus this topic</source>
        <translation>聚焦此话题</translation>
    </message>
    <message>
        <source>The message belongs to this topic</source>
        <translation>消息属于此话题</translation>
    </message>
    <message>
        <source>Move to another topic</source>
        <translation>移到其他话题</translation>
    </message>
    <message>
        <source>Go to the quoted message</source>
        <translation>转到被引用的消息</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>打开依据</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Correct this answer</source>
        <translation>纠正此回答</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show the folded messages</source>
        <translation>展开已折叠的消息</translation>
    </message>
    <message>
        <source>Show the evidence</source>
        <translation>查看判定证据</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>新消息</translation>
    </message>
    <message>
        <source>Not received: %1</source>
        <translation>没有收到：%1</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Words to watch: %1</source>
        <translation>用词提醒：%1</translation>
    </message>
    <message>
        <source>Flow: %1</source>
        <translation>自动流程：%1</translation>
    </message>
    <message>
        <source>Only %1 got this</source>
        <translation>仅 %1 可见（私发）</translation>
    </message>
    <message numerus="yes">
        <source>Sent in %n s</source>
        <translation>
            <numerusform>%n 秒后发出</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Move to %1 %2</source>
        <translation>移到 %1 %2</translation>
    </message>
    <message>
        <source>It belongs to this topic instead</source>
        <translation>改归这个话题</translation>
    </message>
    <message>
        <source>Show what is known about it</source>
        <translation>查看相关资料</translation>
    </message>
    <message>
        <source>In the picture:</source>
        <translation>图中文字：</translation>
    </message>
    <message>
        <source>Spoken:</source>
        <translation>语音转文字：</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>语音转文字</translation>
    </message>
    <message>
        <source>Uploading, %1 %</source>
        <translation>上传中 %1%</translation>
    </message>
    <message>
        <source>Find the customer of %1</source>
        <translation>查找手机号 %1 的客户</translation>
    </message>
    <message>
        <source>Show order %1</source>
        <translation>查看订单 %1</translation>
    </message>
    <message>
        <source>Look up “%1”</source>
        <translation>查“%1”</translation>
    </message>
</context>
<context>
    <name>TopicSummary</name>
    <message>
        <source>Sent a picture or a file</source>
        <translation>发来图片或文件</translation>
    </message>
    <message>
        <source>%1; asked for a person</source>
        <translation>%1；要求人工</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message numerus="yes">
        <source>The bot answered %n time(s)</source>
        <translation>
            <numerusform>机器人答复 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bot answered %n time(s) from %1</source>
        <translation>
            <numerusform>机器人按%1答复 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>An answer is owed since %1</source>
        <translation>%1 起等待答复</translation>
    </message>
    <message numerus="yes">
        <source>it did not help %n person(s)</source>
        <translation>
            <numerusform>%n 人未解决</numerusform>
        </translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>已做：%1</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>%1 已到期</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>最晚 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) to keep</source>
        <translation>
            <numerusform>%n 项承诺待兑现</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Link in doubt</source>
        <translation>等待归属</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>反问</translation>
    </message>
    <message>
        <source>Review first</source>
        <translation>先审后发</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>转人工</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>人工接待</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Out of scope</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>Unknown question</source>
        <translation>未解决问题</translation>
    </message>
    <message>
        <source>Same question, asked %1 times</source>
        <translation>同一问题第 %1 次追问</translation>
    </message>
    <message>
        <source>Outside of what the bot knows</source>
        <translation>超出机器人的知识范围</translation>
    </message>
    <message>
        <source>VIP customer</source>
        <translation>VIP 客户</translation>
    </message>
    <message>
        <source>The group is in review mode</source>
        <translation>本群先审后发</translation>
    </message>
    <message>
        <source>Confidence %1, above %2</source>
        <translation>置信度 %1，高于 %2</translation>
    </message>
    <message>
        <source>Confidence %1, below %2</source>
        <translation>置信度 %1，低于 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Emotion %1</source>
        <translation>情绪 %1</translation>
    </message>
    <message>
        <source>Personal data in the answer</source>
        <translation>答复含个人信息</translation>
    </message>
    <message>
        <source>Looks it up</source>
        <translation>先查询</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Watch</source>
        <translation>旁观</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>悄悄话</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Look at the group at the desk; nothing is taken over</source>
        <translation>在工作台查看这个群，不接管任何话题</translation>
    </message>
    <message>
        <source>Only %1 and supervisors see it</source>
        <translation>只有 %1 和主管能看到</translation>
    </message>
    <message>
        <source>Take topic %1, which nobody holds; the others stay as they are</source>
        <translation>接手无人接待的话题 %1，其他话题不变</translation>
    </message>
    <message>
        <source>Take topic %1; the bot stays silent in it</source>
        <translation>接管话题 %1，机器人不再答复它</translation>
    </message>
    <message>
        <source>Take topic %1 from %2</source>
        <translation>从 %2 手中接管话题 %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>连接断开</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No open topic</source>
        <translation>无进行中话题</translation>
    </message>
    <message>
        <source>Topics %1</source>
        <translation>话题 %1</translation>
    </message>
    <message>
        <source>oldest unanswered %1</source>
        <translation>最久未答 %1</translation>
    </message>
    <message>
        <source>emotion %1</source>
        <translation>情绪 %1</translation>
    </message>
    <message>
        <source>send budget nearly used</source>
        <translation>接近限速</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Oldest unanswered</source>
        <translation>最久未答</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1 请示：%2</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>相同字</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Same words</source>
        <translation>逐字相同</translation>
    </message>
    <message>
        <source>Phrasing</source>
        <translation>问法</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>领先</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分类模型</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Whole entry</source>
        <translation>整条</translation>
    </message>
    <message>
        <source>Emotion %1</source>
        <translation>情绪 %1</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>置信度 %1</translation>
    </message>
    <message>
        <source>In service</source>
        <translation>会话中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>待干预</translation>
    </message>
    <message>
        <source>Served by the bot</source>
        <translation>机器人接待</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新话题</translation>
    </message>
    <message>
        <source>bot</source>
        <translation>机器人接待</translation>
    </message>
    <message>
        <source>waiting for customer</source>
        <translation>等客户回复</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>转人工</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>派单中</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>人工接待</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>answered by a member</source>
        <translation>群友已答</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>反问</translation>
    </message>
    <message>
        <source>Review first</source>
        <translation>先审后发</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>转人工</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Chatter</source>
        <translation>闲聊</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Knowledge editor</source>
        <translation>知识运营</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Not at work</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>暂离</translation>
    </message>
    <message>
        <source>Asked for a person</source>
        <translation>要求人工</translation>
    </message>
    <message>
        <source>Asked %1 times</source>
        <translation>追问 %1 次</translation>
    </message>
    <message>
        <source>Out of scope</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>High risk</source>
        <translation>高风险品类</translation>
    </message>
    <message>
        <source>Waiting too long</source>
        <translation>等待过久</translation>
    </message>
    <message>
        <source>Sensitive word</source>
        <translation>敏感词</translation>
    </message>
    <message>
        <source>Send failed</source>
        <translation>发送失败</translation>
    </message>
    <message>
        <source>Put back by a colleague</source>
        <translation>同事退回</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Draft rejected</source>
        <translation>草稿被驳回</translation>
    </message>
    <message>
        <source>Mood gets worse</source>
        <translation>情绪变差</translation>
    </message>
    <message>
        <source>Several matters</source>
        <translation>问题复杂</translation>
    </message>
    <message>
        <source>Valuable customer</source>
        <translation>高价值客户</translation>
    </message>
    <message>
        <source>Watched word</source>
        <translation>命中关键词</translation>
    </message>
    <message>
        <source>Wants to buy</source>
        <translation>购买意向</translation>
    </message>
    <message>
        <source>Large order</source>
        <translation>大单</translation>
    </message>
    <message>
        <source>Category for people</source>
        <translation>该品类由人处理</translation>
    </message>
    <message>
        <source>%1 turns, %2 questions, %3 details</source>
        <translation>%1 轮、%2 个问题、%3 项信息</translation>
    </message>
    <message>
        <source>A mobile number</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>An identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>A bank card number</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>A home address</source>
        <translation>家庭住址</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Answers by itself</source>
        <translation>自动答复</translation>
    </message>
    <message>
        <source>High emotion</source>
        <translation>情绪升高</translation>
    </message>
    <message>
        <source>Asked again and again</source>
        <translation>重复追问</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>置信度低</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>服务时限</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Customer value</source>
        <translation>客户价值</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>等待时长</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>重复提问</translation>
    </message>
    <message>
        <source>Priority %1 of 100</source>
        <translation>优先级 %1 / 100</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>Next response</source>
        <translation>后续响应</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>解决时限</translation>
    </message>
    <message>
        <source>%1 breached %2 ago</source>
        <translation>%1已超时 %2</translation>
    </message>
    <message>
        <source>%1 due in %2</source>
        <translation>%1还剩 %2</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>稍后处理至 %1</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Contradicts the entry</source>
        <translation>与知识条目不一致</translation>
    </message>
    <message>
        <source>Another customer&apos;s order</source>
        <translation>其他客户的订单</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>已学到</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Looks it up</source>
        <translation>先查询</translation>
    </message>
    <message>
        <source>Did not help</source>
        <translation>没有解决</translation>
    </message>
    <message>
        <source>Promise overdue</source>
        <translation>承诺超时</translation>
    </message>
    <message>
        <source>Could not be looked up</source>
        <translation>查询无结果</translation>
    </message>
    <message>
        <source>The customers&apos; system does not answer</source>
        <translation>客户系统无响应</translation>
    </message>
    <message>
        <source>It knows no such order or case of theirs</source>
        <translation>系统中没有其本人的该订单或工单</translation>
    </message>
    <message>
        <source>Asked too often within a minute</source>
        <translation>一分钟内查询过于频繁</translation>
    </message>
</context>
<context>
    <name>quntai::AboutForm</name>
    <message>
        <source>About Quntai</source>
        <translation>关于群台</translation>
    </message>
    <message>
        <source>Version %1. Free software under the GNU General Public License, version 3 or later; there is no warranty.</source>
        <translation>版本 %1。自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布，不附带任何担保。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>Versions, screens and counts for a report of a fault. No names, no addresses, nothing anybody wrote.</source>
        <translation>报告问题时用：版本、屏幕和数量。不含姓名、地址，也不含任何人写的内容。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用的软件</translation>
    </message>
</context>
<context>
    <name>quntai::AccountForm</name>
    <message>
        <source>supervisor, sees every room</source>
        <translation>主管，能看所有页面</translation>
    </message>
    <message>
        <source>agent, works at the desk</source>
        <translation>客服，在工作台接待</translation>
    </message>
    <message>
        <source>editor, keeps the knowledge</source>
        <translation>知识运营，维护知识库</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who is away is offered no topics.</source>
        <translation>离开时不会派话题给你。</translation>
    </message>
    <message>
        <source>Another seat</source>
        <translation>换个座位</translation>
    </message>
    <message>
        <source>You sit here</source>
        <translation>你在这里</translation>
    </message>
    <message>
        <source>Sit here</source>
        <translation>坐这里</translation>
    </message>
    <message>
        <source>Sit here: %1</source>
        <translation>坐这里：%1</translation>
    </message>
    <message>
        <source>Change server…</source>
        <translation>更换服务器…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Signs out here and asks where to sign in.</source>
        <translation>退出当前账号，重新选择登录到哪里。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>What you have not sent stays on this computer.</source>
        <translation>没有发出的内容会留在本机。</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
</context>
<context>
    <name>quntai::AccountHealth</name>
    <message>
        <source>Account health</source>
        <translation>账号健康</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>连接断开</translation>
    </message>
    <message>
        <source>%1 texts in the last minute, %2 groups</source>
        <translation>近一分钟 %1 条，%2 个群</translation>
    </message>
    <message>
        <source>fullest: %1, %2/%3</source>
        <translation>最满：%1，%2/%3</translation>
    </message>
    <message>
        <source>Budgets are per chat: the bar shows the group that is nearest to its own.</source>
        <translation>限速按群计算，这里显示最接近上限的群。</translation>
    </message>
    <message>
        <source>fullest group, last minute · %1 more</source>
        <translation>最满的群，近一分钟 · 另有 %1 个</translation>
    </message>
    <message>
        <source>fullest group, last minute</source>
        <translation>最满的群，近一分钟</translation>
    </message>
    <message>
        <source>No account is set up</source>
        <translation>还没有接入账号</translation>
    </message>
</context>
<context>
    <name>quntai::ActionBar</name>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>The draft is withdrawn; you answer at the desk</source>
        <translation>草稿撤下，你到工作台答复</translation>
    </message>
    <message>
        <source>Approve and send</source>
        <translation>通过并发送</translation>
    </message>
    <message>
        <source>Send changed</source>
        <translation>修改后发送</translation>
    </message>
    <message>
        <source>Ask for second review</source>
        <translation>提交复核</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s), look first</source>
        <translation>
            <numerusform>%n 条新消息，先看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::AgentView</name>
    <message>
        <source>Colleagues</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>首响</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>错过</translation>
    </message>
</context>
<context>
    <name>quntai::AlertView</name>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
</context>
<context>
    <name>quntai::AnchoredPopup</name>
    <message>
        <source>Close; the text is kept</source>
        <translation>关闭，已写内容会保留</translation>
    </message>
</context>
<context>
    <name>quntai::AnswerEdit</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
</context>
<context>
    <name>quntai::AppearanceForm</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The language changes with the next start, or when the window is opened anew. What you have written is kept.</source>
        <translation>下次启动时切换语言，也可以现在重新打开窗口。已写的内容会保留。</translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
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
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Compact shows more rows at once.</source>
        <translation>紧凑时同屏显示更多行。</translation>
    </message>
</context>
<context>
    <name>quntai::AskersCard</name>
    <message>
        <source>Who asked</source>
        <translation>提问人</translation>
    </message>
    <message>
        <source>Who asked · %1</source>
        <translation>提问人 · %1</translation>
    </message>
    <message>
        <source>Show where %1 is seen</source>
        <translation>定位“%1”的依据</translation>
    </message>
    <message>
        <source>Solved for %1</source>
        <translation>标记 %1 已解决</translation>
    </message>
    <message>
        <source>Not solved for %1</source>
        <translation>标记 %1 未解决</translation>
    </message>
</context>
<context>
    <name>quntai::AttachmentStrip</name>
    <message>
        <source>Pictures and files</source>
        <translation>图片和文件</translation>
    </message>
</context>
<context>
    <name>quntai::AttachmentTile</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Take “%1” away</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>being taken over…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>quntai::CandidateRow</name>
    <message>
        <source>Candidate %1, %2, %3</source>
        <translation>候选 %1，%2，%3</translation>
    </message>
    <message>
        <source>Open this entry</source>
        <translation>打开这条</translation>
    </message>
    <message>
        <source>Nearest phrasing: “%1”</source>
        <translation>最像的问法“%1”</translation>
    </message>
</context>
<context>
    <name>quntai::CannedEditor</name>
    <message>
        <source>[your name]</source>
        <translation>[您的姓名]</translation>
    </message>
    <message>
        <source>Ms Li</source>
        <translation>李女士</translation>
    </message>
    <message>
        <source>Insert a variable</source>
        <translation>插入变量</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. Theirs reads:</source>
        <translation>期间有同事修改过，对方的内容是：</translation>
    </message>
    <message>
        <source>what one types after “/”: letters, digits, “-”</source>
        <translation>输入“/”后的快捷码：字母、数字、“-”</translation>
    </message>
    <message>
        <source>groups with one of these tags, e.g. VIP, 售后</source>
        <translation>带有这些标签的群，如 VIP，售后</translation>
    </message>
    <message>
        <source>Only in these groups</source>
        <translation>仅限这些群</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷码</translation>
    </message>
    <message>
        <source>What Ms Li would read</source>
        <translation>李女士看到的内容</translation>
    </message>
    <message>
        <source>And in groups with these tags</source>
        <translation>以及带这些标签的群</translation>
    </message>
    <message>
        <source>Nobody can put it into a reply any more.</source>
        <translation>删除后任何人都不能再使用。</translation>
    </message>
    <message>
        <source>Give it a title.</source>
        <translation>请填写标题。</translation>
    </message>
    <message>
        <source>A shortcut has letters, digits and “-” only.</source>
        <translation>快捷码只能用字母、数字和“-”。</translation>
    </message>
    <message>
        <source>Write its text.</source>
        <translation>请填写内容。</translation>
    </message>
    <message>
        <source>Choose first which of the two texts goes on.</source>
        <translation>请先选择保留哪一份内容。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>It was deleted.</source>
        <translation>已被删除。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>没有改动</translation>
    </message>
</context>
<context>
    <name>quntai::CannedForm</name>
    <message>
        <source>Canned replies</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>New canned reply</source>
        <translation>新建快捷回复</translation>
    </message>
    <message>
        <source>No canned replies yet. Write what you send often once, and put it into any reply with “/”.</source>
        <translation>还没有快捷回复。把常发的内容写一次，回复时输入“/”即可使用。</translation>
    </message>
    <message>
        <source>Nobody has written a canned reply yet.</source>
        <translation>还没有人写快捷回复。</translation>
    </message>
    <message>
        <source>Typed after “/” in a reply. Changes reach everybody at once.</source>
        <translation>在回复中输入“/”使用。修改后立即对所有人生效。</translation>
    </message>
    <message>
        <source>Supervisors, editors and admins write them.</source>
        <translation>由主管、知识运营和管理员维护。</translation>
    </message>
</context>
<context>
    <name>quntai::CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>quntai::CheckPanel</name>
    <message>
        <source>%1 changed the bot&apos;s draft; a second person decides</source>
        <translation>%1 改了机器人的草稿，等第二人复核</translation>
    </message>
    <message>
        <source>Answers in this group are reviewed first</source>
        <translation>本群先审后发</translation>
    </message>
    <message>
        <source>The bot&apos;s draft has a word that may not be sent</source>
        <translation>原稿含敏感词</translation>
    </message>
    <message>
        <source>The bot&apos;s draft has personal data</source>
        <translation>原稿含个人信息</translation>
    </message>
    <message>
        <source>High risk: a person decides</source>
        <translation>高风险，由人决定</translation>
    </message>
    <message>
        <source>Answers of this category are reviewed first</source>
        <translation>这个品类的答复先审后发</translation>
    </message>
    <message>
        <source>The bot is stopped</source>
        <translation>机器人已停用</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>合规检查</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据原文</translation>
    </message>
    <message>
        <source>Open in the studio</source>
        <translation>在知识库打开</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>发送预览</translation>
    </message>
    <message>
        <source>No sensitive words</source>
        <translation>没有敏感词</translation>
    </message>
    <message>
        <source>Sensitive words</source>
        <translation>敏感词</translation>
    </message>
    <message>
        <source>No personal data</source>
        <translation>没有个人信息</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>May be sent</source>
        <translation>可发</translation>
    </message>
    <message>
        <source>May not be sent</source>
        <translation>不可发</translation>
    </message>
    <message>
        <source>The source has changed since</source>
        <translation>依据已变更</translation>
    </message>
    <message>
        <source>Compare with the source below before you send</source>
        <translation>先与下面的原文对照再发</translation>
    </message>
    <message>
        <source>The source is in force</source>
        <translation>依据有效</translation>
    </message>
    <message>
        <source>Emotion %1</source>
        <translation>情绪 %1</translation>
    </message>
    <message>
        <source>Needs a person %1 of %2</source>
        <translation>转人工 %1 / %2</translation>
    </message>
    <message>
        <source>The entry is gone</source>
        <translation>条目已不在</translation>
    </message>
    <message>
        <source>%1 · used v%2, now v%3</source>
        <translation>%1 · 引用 v%2，现为 v%3</translation>
    </message>
    <message>
        <source>%1 · v%2</source>
        <translation>%1 · v%2</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>发到</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n people)</source>
        <translation>
            <numerusform>%1（%n 人）</numerusform>
        </translation>
    </message>
    <message>
        <source>As</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>提及</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>额度</translation>
    </message>
    <message>
        <source>%1 of %2 this minute</source>
        <translation>本分钟 %1/%2 条</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Goes to %1 alone; the group reads it without personal data</source>
        <translation>只私发给 %1；群里看到的已隐去个人信息</translation>
    </message>
    <message>
        <source>Words to watch; it may be sent</source>
        <translation>用词提醒，可以发送</translation>
    </message>
</context>
<context>
    <name>quntai::Checklist</name>
    <message>
        <source>Done by %1, %2</source>
        <translation>%1 已完成，%2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>处理步骤</translation>
    </message>
    <message>
        <source>Steps for “%1” · %2</source>
        <translation>“%1”的处理步骤 · %2</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Show all steps</source>
        <translation>展开全部步骤</translation>
    </message>
    <message>
        <source>Fold the steps</source>
        <translation>收起步骤</translation>
    </message>
</context>
<context>
    <name>quntai::ColleagueLine</name>
    <message>
        <source>✎ %1 is writing</source>
        <translation>✎ %1 正在输入</translation>
    </message>
    <message>
        <source>◌ %1 has it open, away</source>
        <translation>◌ %1 打开着，已离开</translation>
    </message>
    <message>
        <source>◉ %1 is looking</source>
        <translation>◉ %1 正在查看</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A colleague&apos;s unfinished reply; nobody has sent it</source>
        <translation>同事未写完的回复，尚未发送</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Put the colleague&apos;s words into the reply</source>
        <translation>把同事写的内容放进回复</translation>
    </message>
</context>
<context>
    <name>quntai::CommandPalette</name>
    <message>
        <source>Action, group, person, topic or entry</source>
        <translation>操作、群、人、话题或知识</translation>
    </message>
    <message>
        <source>Nothing is called that. Part of a name or the first letters of its pinyin are enough.</source>
        <translation>没有找到。输入名称的一部分或拼音首字母即可。</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配结果</translation>
    </message>
</context>
<context>
    <name>quntai::CompareView</name>
    <message>
        <source>Category: %1</source>
        <translation>分类：%1</translation>
    </message>
    <message>
        <source>Risk: %1</source>
        <translation>风险：%1</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>标准问</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Similar questions</source>
        <translation>相似问</translation>
    </message>
    <message>
        <source>Category, risk, tags</source>
        <translation>分类、风险、标签</translation>
    </message>
    <message>
        <source>%1, before</source>
        <translation>%1，之前</translation>
    </message>
    <message>
        <source>%1, after</source>
        <translation>%1，之后</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>Slot: %1</source>
        <translation>槽位：%1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>处理步骤：%1</translation>
    </message>
    <message>
        <source>Looked up: %1</source>
        <translation>先查询：%1</translation>
    </message>
    <message>
        <source>When that gives nothing: %1</source>
        <translation>查不到时：%1</translation>
    </message>
</context>
<context>
    <name>quntai::Composer</name>
    <message>
        <source>What to write</source>
        <translation>写什么</translation>
    </message>
    <message>
        <source>Drop the quote</source>
        <translation>取消引用</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Quoting %1: %2</source>
        <translation>引用 %1：%2</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>答 %1</translation>
    </message>
    <message>
        <source>Write a note; only colleagues see it</source>
        <translation>写内部备注，仅同事可见</translation>
    </message>
    <message>
        <source>Write to the group</source>
        <translation>回复到群里</translation>
    </message>
    <message>
        <source>Note to colleagues</source>
        <translation>给同事的备注</translation>
    </message>
    <message>
        <source>Reply to the group</source>
        <translation>回复到群里</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>发备注</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s), look first</source>
        <translation>
            <numerusform>%n 条新消息，先看</numerusform>
        </translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>稍后发出</translation>
    </message>
    <message>
        <source>Go on writing; it is sent when the connection is back</source>
        <translation>可以继续写，重连后发出</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>Send and resolve</source>
        <translation>发送并解决</translation>
    </message>
    <message>
        <source>No rule hit</source>
        <translation>未触发规则</translation>
    </message>
    <message numerus="yes">
        <source>Everybody in the group is notified: %n member(s).</source>
        <translation>
            <numerusform>将通知全群 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mention everybody</source>
        <translation>@所有人</translation>
    </message>
    <message>
        <source>Attach pictures or files</source>
        <translation>添加图片或文件</translation>
    </message>
    <message>
        <source>A note takes no pictures or files; switch to the reply.</source>
        <translation>备注不能带图片或文件，请切换到回复。</translation>
    </message>
    <message>
        <source>Take the topic over first.</source>
        <translation>请先接管话题。</translation>
    </message>
</context>
<context>
    <name>quntai::ConfidenceBar</name>
    <message>
        <source>Confidence %1, threshold %2</source>
        <translation>置信度 %1，门槛 %2</translation>
    </message>
</context>
<context>
    <name>quntai::ConfirmLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>quntai::ConflictView</name>
    <message>
        <source>Written at the same time</source>
        <translation>同时改了这一条</translation>
    </message>
    <message>
        <source>Take theirs, drop mine</source>
        <translation>用对方的，丢弃我的</translation>
    </message>
    <message>
        <source>Go on with mine</source>
        <translation>在我的基础上继续</translation>
    </message>
    <message>
        <source>Nothing is overwritten. Going on with yours shows theirs as the version before; take over what you need, then save.</source>
        <translation>没有任何内容被覆盖。选择在自己的基础上继续时，对方的版本作为上一版保留；把需要的内容合进来再保存。</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>我的</translation>
    </message>
</context>
<context>
    <name>quntai::Console</name>
    <message>
        <source>The folder %1 cannot be made; name another with --data.</source>
        <translation>无法创建文件夹 %1；用 --data 指定另一个。</translation>
    </message>
    <message>
        <source>The backend ended: %1</source>
        <translation>后端已退出：%1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
</context>
<context>
    <name>quntai::ContextPanel</name>
    <message>
        <source>Choose a topic to see its summary, customer and orders</source>
        <translation>选中话题后，这里显示摘要、客户和订单</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交接说明</translation>
    </message>
    <message>
        <source>Parts of the context</source>
        <translation>上下文分栏</translation>
    </message>
    <message>
        <source>Why a person is needed</source>
        <translation>为什么转人工</translation>
    </message>
    <message>
        <source>Why it needs a look</source>
        <translation>为什么待干预</translation>
    </message>
    <message>
        <source>No orders are known</source>
        <translation>没有已知订单</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Orders %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Members %1</source>
        <translation>成员 %1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
</context>
<context>
    <name>quntai::CorrectionDelegate</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>corrected %n time(s)</source>
        <translation>
            <numerusform>被纠正 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::CorrectionPanel</name>
    <message>
        <source>Original answer</source>
        <translation>原回答</translation>
    </message>
    <message>
        <source>Edit or compare</source>
        <translation>编辑或对比</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>正确回答</translation>
    </message>
    <message>
        <source>Update the entry it came from</source>
        <translation>更新命中的条目</translation>
    </message>
    <message>
        <source>Make a new entry</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Submit correction</source>
        <translation>提交纠正</translation>
    </message>
    <message>
        <source>Correct the bot&apos;s answer</source>
        <translation>纠正机器人回答</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>错在哪里</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>信息不完整</translation>
    </message>
    <message>
        <source>Wrong facts</source>
        <translation>事实错误</translation>
    </message>
    <message>
        <source>Beside the question</source>
        <translation>答非所问</translation>
    </message>
    <message>
        <source>Wrong tone</source>
        <translation>语气不当</translation>
    </message>
    <message>
        <source>Close; the text is kept</source>
        <translation>关闭，已写内容会保留</translation>
    </message>
    <message>
        <source>The bot uses it at once</source>
        <translation>提交后机器人立即采用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>What stands in {{ }} is filled in when the answer is sent</source>
        <translation>{{ }} 里是变量，发送时填入</translation>
    </message>
    <message>
        <source>Write back to the knowledge base</source>
        <translation>写回知识库</translation>
    </message>
    <message>
        <source>Question of the new entry</source>
        <translation>新条目的问题</translation>
    </message>
    <message>
        <source>The question, as a customer asks it</source>
        <translation>客户会怎么问</translation>
    </message>
    <message>
        <source>The answer is empty. Write what the bot should have said.</source>
        <translation>回答是空的。写出机器人应该说的话。</translation>
    </message>
    <message>
        <source>The answer is too long. Shorten it to %1 characters.</source>
        <translation>回答太长，缩短到 %1 字以内。</translation>
    </message>
    <message>
        <source>The answer is the same as before. Change it, then submit.</source>
        <translation>回答和原来一样。修改后再提交。</translation>
    </message>
    <message>
        <source>A new entry needs its question. Write it as a customer would.</source>
        <translation>新建条目要有问题。按客户的问法写。</translation>
    </message>
    <message>
        <source>This answer came from no entry</source>
        <translation>这条回答没有命中条目</translation>
    </message>
    <message>
        <source>%1 · v%2 → v%3</source>
        <translation>%1 · v%2 → v%3</translation>
    </message>
    <message>
        <source>Send it to the group now</source>
        <translation>现在就发到群里</translation>
    </message>
    <message>
        <source>In the group</source>
        <translation>群里</translation>
    </message>
    <message>
        <source>Correct and send</source>
        <translation>纠正并发送</translation>
    </message>
    <message>
        <source>Only the knowledge base changes</source>
        <translation>只改知识库</translation>
    </message>
    <message>
        <source>The wrong answer is recalled; the right one quotes the question</source>
        <translation>撤回错误回答，正确回答引用原问题</translation>
    </message>
    <message>
        <source>A public correction that quotes the wrong answer</source>
        <translation>公开更正，引用错误回答</translation>
    </message>
</context>
<context>
    <name>quntai::CorrectionView</name>
    <message>
        <source>Correction</source>
        <translation>纠正</translation>
    </message>
    <message>
        <source>Undo the correction</source>
        <translation>撤销纠正</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>再改一改</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>%1 · %2 · v%3</source>
        <translation>%1 · %2 · v%3</translation>
    </message>
    <message>
        <source>The customer asked</source>
        <translation>客户原话</translation>
    </message>
    <message>
        <source>The bot answered</source>
        <translation>机器人当时的回答</translation>
    </message>
    <message>
        <source>The message is no longer at hand; the old answer stands below</source>
        <translation>原消息已不在手边，旧答案见下方对比</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>There was no entry</source>
        <translation>之前没有这条</translation>
    </message>
    <message>
        <source>Before, v%1</source>
        <translation>纠正前 v%1</translation>
    </message>
    <message>
        <source>Now, v%1</source>
        <translation>现在 v%1</translation>
    </message>
    <message>
        <source>The new entry is retired</source>
        <translation>新建的这条会停用</translation>
    </message>
    <message>
        <source>v%1 is written back as v%2</source>
        <translation>v%1 的内容写回，成为 v%2</translation>
    </message>
</context>
<context>
    <name>quntai::CoverageMap</name>
    <message>
        <source>Coverage by hour</source>
        <translation>分时覆盖</translation>
    </message>
    <message>
        <source>nothing known of this hour</source>
        <translation>这个小时没有记录</translation>
    </message>
    <message>
        <source>a person %1 · bot alone %2 · nobody %3
%4 topics asked</source>
        <translation>有人工 %1 · 仅机器人 %2 · 无人应答 %3
提问话题 %4 个</translation>
    </message>
</context>
<context>
    <name>quntai::CustomerAsk</name>
    <message>
        <source>Nobody there has this number or id.</source>
        <translation>系统中没有这个手机号或编号。</translation>
    </message>
</context>
<context>
    <name>quntai::CustomerCard</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>No customer record; only the name in the group is known</source>
        <translation>没有客户档案，只知道群昵称</translation>
    </message>
    <message>
        <source>In the group: %1</source>
        <translation>群昵称 %1</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>注册</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s)</source>
        <translation>
            <numerusform>退款 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Look the customer up anew</source>
        <translation>刷新客户资料</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>正在更新</translation>
    </message>
</context>
<context>
    <name>quntai::DeskPage</name>
    <message>
        <source>There is no answer of the bot in this topic to correct.</source>
        <translation>这个话题里没有可纠正的机器人回答。</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>What you see is from %1.</source>
        <translation>当前内容截至 %1。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1 What you write is kept and sent when the connection is back.</source>
        <translation>%1你写的内容会保留，重连后发出。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Choose a topic on the left to see the group&apos;s conversation, who asks what, and why.</source>
        <translation>在左侧选一个话题，查看群里的对话、谁在问什么、为什么需要你。</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>还没有选中话题</translation>
    </message>
    <message>
        <source>Useful next</source>
        <translation>可以先做</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>in everything this console has seen</source>
        <translation>本机见过的全部消息</translation>
    </message>
    <message>
        <source>the most pressing one first</source>
        <translation>最急的在前</translation>
    </message>
    <message>
        <source>again in %1 s</source>
        <translation>%1 秒后重连</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在重连…</translation>
    </message>
    <message>
        <source>This message is too old to be shown here.</source>
        <translation>这条消息太早，这里无法显示。</translation>
    </message>
    <message>
        <source>Choose a topic first</source>
        <translation>先选一个话题</translation>
    </message>
    <message>
        <source>Take the topic over first</source>
        <translation>先接管话题</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Take over or hand back</source>
        <translation>接管或交还</translation>
    </message>
    <message>
        <source>Correct the last answer</source>
        <translation>纠正上一条回答</translation>
    </message>
    <message>
        <source>Transfer the topic</source>
        <translation>转接话题</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Send, or keep the note</source>
        <translation>发送，或保存备注</translation>
    </message>
    <message>
        <source>Switch between note and reply</source>
        <translation>切换备注与回复</translation>
    </message>
    <message>
        <source>Insert suggestion %1</source>
        <translation>填入推荐回复 %1</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Previous topic</source>
        <translation>上一个话题</translation>
    </message>
    <message>
        <source>Topics of the group</source>
        <translation>群内话题</translation>
    </message>
    <message>
        <source>Show all topics of the group</source>
        <translation>显示群内全部话题</translation>
    </message>
    <message>
        <source>Show topic %1 alone</source>
        <translation>只看话题 %1</translation>
    </message>
    <message>
        <source>There is no such topic here</source>
        <translation>这个群里没有这个话题</translation>
    </message>
    <message>
        <source>Find in this group</source>
        <translation>在本群中查找</translation>
    </message>
    <message>
        <source>Next topic</source>
        <translation>下一个话题</translation>
    </message>
    <message>
        <source>Undo, or recall my last message</source>
        <translation>撤销，或撤回我的上一条消息</translation>
    </message>
    <message>
        <source>Send and resolve</source>
        <translation>发送并解决</translation>
    </message>
    <message>
        <source>Send without personal data, the rest as a private draft</source>
        <translation>隐去个人信息发到群里，完整内容存为私发草稿</translation>
    </message>
    <message>
        <source>This order is of somebody else than the asker.</source>
        <translation>这不是提问人的订单。</translation>
    </message>
    <message>
        <source>Choose a customer&apos;s message first</source>
        <translation>先选一条客户消息</translation>
    </message>
    <message>
        <source>The topic has ended</source>
        <translation>话题已结束</translation>
    </message>
    <message>
        <source>%1 is serving it</source>
        <translation>%1 正在接待</translation>
    </message>
    <message>
        <source>Resolve the topic</source>
        <translation>解决话题</translation>
    </message>
    <message>
        <source>Put the topic back into the queue</source>
        <translation>把话题放回队列</translation>
    </message>
    <message>
        <source>Move the message to the topic above</source>
        <translation>把消息移到上一个话题</translation>
    </message>
    <message>
        <source>Move the message to the topic below</source>
        <translation>把消息移到下一个话题</translation>
    </message>
    <message>
        <source>A new topic from this message on</source>
        <translation>从这条消息起拆成新话题</translation>
    </message>
    <message>
        <source>Merge the topic into another one</source>
        <translation>把话题并入另一个</translation>
    </message>
    <message>
        <source>Quote the message</source>
        <translation>引用这条消息</translation>
    </message>
    <message>
        <source>Choose a message first</source>
        <translation>先选一条消息</translation>
    </message>
    <message>
        <source>Go to the quoted message</source>
        <translation>跳到被引用的消息</translation>
    </message>
    <message>
        <source>The message quotes nothing</source>
        <translation>这条消息没有引用</translation>
    </message>
    <message>
        <source>The wrong answer is not in the group</source>
        <translation>错误回答不在群里</translation>
    </message>
    <message>
        <source>This entry is gone.</source>
        <translation>这条知识已不存在。</translation>
    </message>
    <message>
        <source>Checking the connection</source>
        <translation>正在确认连接</translation>
    </message>
    <message>
        <source>This computer slept. What you see is from %1.</source>
        <translation>本机刚从睡眠中恢复，当前内容截至 %1。</translation>
    </message>
    <message>
        <source>Attach pictures or files</source>
        <translation>添加图片或文件</translation>
    </message>
    <message>
        <source>Say whether suggestion %1 is right</source>
        <translation>评价第 %1 条推荐回复</translation>
    </message>
    <message>
        <source>You cannot ask the customer system now.</source>
        <translation>现在无法查询客户系统。</translation>
    </message>
    <message>
        <source>Search messages for “%1”</source>
        <translation>搜索含“%1”的消息</translation>
    </message>
</context>
<context>
    <name>quntai::DraftDelegate</name>
    <message>
        <source>Second reviewer</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Source changed</source>
        <translation>依据已变更</translation>
    </message>
    <message>
        <source>Newer messages</source>
        <translation>有新消息</translation>
    </message>
    <message>
        <source>%1 people in %2 groups</source>
        <translation>%2 个群 %1 人同问</translation>
    </message>
    <message>
        <source>Watch the words</source>
        <translation>用词提醒</translation>
    </message>
</context>
<context>
    <name>quntai::DraftList</name>
    <message>
        <source>Drafts waiting for review</source>
        <translation>待审草稿</translation>
    </message>
</context>
<context>
    <name>quntai::DraftPanel</name>
    <message>
        <source>What you wrote is not sent; it stays here to be copied.</source>
        <translation>你写的没有发出，留在这里可复制。</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>时限剩 %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>%1 · review first</source>
        <translation>%1 · 先审后发</translation>
    </message>
    <message numerus="yes">
        <source>of this topic; %n other message(s) between not shown</source>
        <translation>
            <numerusform>按话题归拢，另有 %n 条未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>of this topic</source>
        <translation>按话题归拢</translation>
    </message>
    <message>
        <source>Emotion %1</source>
        <translation>情绪 %1</translation>
    </message>
    <message>
        <source>%1, changed by %2</source>
        <translation>%1 · %2 改过</translation>
    </message>
    <message>
        <source>made at %1</source>
        <translation>%1 生成</translation>
    </message>
    <message>
        <source>Source changed</source>
        <translation>依据已变更</translation>
    </message>
    <message>
        <source>From no entry: the bot asks back</source>
        <translation>没有引用条目：机器人反问</translation>
    </message>
    <message>
        <source>an entry that is gone</source>
        <translation>已不在的条目</translation>
    </message>
    <message>
        <source>From %1 v%2</source>
        <translation>依据 %1 v%2</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) changed; both texts are kept</source>
        <translation>
            <numerusform>改动 %n 字，两稿都留存</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; change it first</source>
        <translation>%1，改后才能发</translation>
    </message>
    <message>
        <source>You changed it; another person decides</source>
        <translation>你改过这条，要由另一人通过</translation>
    </message>
    <message>
        <source>Another person decides before it is sent</source>
        <translation>由另一人复核后发出</translation>
    </message>
    <message>
        <source>Goes to %1 in %2; cannot be taken back</source>
        <translation>%2 后发到 %1，发出后不能撤销</translation>
    </message>
    <message>
        <source>Goes to %1 at once; cannot be taken back</source>
        <translation>立即发到 %1，发出后不能撤销</translation>
    </message>
    <message>
        <source>It was dealt with already</source>
        <translation>这条已处理</translation>
    </message>
    <message>
        <source>Nothing is sent; topic %1 goes to a person</source>
        <translation>不发送，话题 %1 转人工</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Nothing is sent, nobody is fetched for topic %1</source>
        <translation>不发送，话题 %1 也不转人工</translation>
    </message>
    <message>
        <source>Edit or compare</source>
        <translation>编辑或对比</translation>
    </message>
    <message>
        <source>The bot&apos;s draft</source>
        <translation>机器人草稿</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Previous draft</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Show in the group</source>
        <translation>在群里查看</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>群内原话</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>The text that is sent</source>
        <translation>要发送的内容</translation>
    </message>
    <message>
        <source>As the group sees it</source>
        <translation>群内效果</translation>
    </message>
    <message>
        <source>Nothing is sent; topic %1 is with people already</source>
        <translation>不发送，话题 %1 已转人工</translation>
    </message>
</context>
<context>
    <name>quntai::EmbeddedBackend</name>
    <message>
        <source>The backend ended with code %1.</source>
        <translation>后端已退出，代码 %1。</translation>
    </message>
    <message>
        <source>The backend does not listen any more.</source>
        <translation>后台已经没有响应。</translation>
    </message>
</context>
<context>
    <name>quntai::EntryEditor</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Keep a draft at the backend (Ctrl+S)</source>
        <translation>存为草稿（Ctrl+S）</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>标准问</translation>
    </message>
    <message>
        <source>The question, as a customer asks it</source>
        <translation>写成客户会问的样子</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Ctrl+Space inserts a variable</source>
        <translation>Ctrl+空格 插入变量</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Low: answered directly</source>
        <translation>低：直接答复</translation>
    </message>
    <message>
        <source>High: a person approves first</source>
        <translation>高：先审后发</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>用逗号分开</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Kept on this computer, not saved yet</source>
        <translation>已存在本机，尚未保存</translation>
    </message>
    <message>
        <source>Against v%1</source>
        <translation>与 v%1 对比</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>The backend cannot be reached</source>
        <translation>连不上后台</translation>
    </message>
    <message>
        <source>Publish without review</source>
        <translation>不经审核直接发布</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Retire: the bot stops using it</source>
        <translation>停用：机器人不再用它</translation>
    </message>
    <message>
        <source>Not filled: %1</source>
        <translation>未填入：%1</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>槽位</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>处理步骤</translation>
    </message>
    <message>
        <source>What the answer needs to be told, one a line</source>
        <translation>回答前要先问清楚的信息，一行一个</translation>
    </message>
    <message>
        <source>date Delivery day: Which day would suit you?</source>
        <translation>日期 配送日: 您希望哪一天送？</translation>
    </message>
    <message>
        <source>What an agent does about it, one a line</source>
        <translation>客服处理这类问题的步骤，一行一步</translation>
    </message>
    <message>
        <source>Look up the order</source>
        <translation>查订单</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Lead here before similar words are weighed</source>
        <translation>先于相似度判断，直接命中本条目</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不查询</translation>
    </message>
    <message>
        <source>The asker&apos;s order</source>
        <translation>提问者的订单</translation>
    </message>
    <message>
        <source>The asker&apos;s newest case</source>
        <translation>提问者最新的工单</translation>
    </message>
    <message>
        <source>Looked up before the answer</source>
        <translation>回答前先查询</translation>
    </message>
    <message>
        <source>Said when the lookup gives nothing</source>
        <translation>查不到时的回复</translation>
    </message>
    <message>
        <source>When that gives nothing; empty: a person comes</source>
        <translation>查不到时这样回复；留空则转人工</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>先查询</translation>
    </message>
    <message>
        <source>Anew in the customers&apos; system, of the asker alone</source>
        <translation>每次实时查客户系统，只查提问者本人</translation>
    </message>
</context>
<context>
    <name>quntai::EvidenceView</name>
    <message>
        <source>The bot decided nothing about this message</source>
        <translation>机器人对这条消息没有判定</translation>
    </message>
    <message>
        <source>Select a customer&apos;s message to see why the bot did what it did</source>
        <translation>选中一条客户消息，查看机器人为什么这样做</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>For</source>
        <translation>指向</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>理解为</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>追问</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Off scope</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Entries considered</source>
        <translation>候选条目</translation>
    </message>
    <message>
        <source>answers from %1</source>
        <translation>达到 %1 才答复</translation>
    </message>
    <message>
        <source>No entry comes near this question</source>
        <translation>没有接近的条目</translation>
    </message>
    <message>
        <source>For and against a person</source>
        <translation>转人工的依据</translation>
    </message>
</context>
<context>
    <name>quntai::FindBar</name>
    <message>
        <source>Find in this group</source>
        <translation>在本群内查找</translation>
    </message>
    <message>
        <source>Older match</source>
        <translation>更早一处</translation>
    </message>
    <message>
        <source>Newer match</source>
        <translation>更新一处</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No match on this computer</source>
        <translation>本机没有匹配</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>quntai::FirstRunPage</name>
    <message>
        <source>Welcome to Quntai</source>
        <translation>欢迎使用群台</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>连接服务器</translation>
    </message>
    <message>
        <source>Your company runs Quntai: sign in with the address and the account you were given.</source>
        <translation>公司已部署群台：用分配给你的地址和账号登录。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Try the sample company</source>
        <translation>试用示例公司</translation>
    </message>
    <message>
        <source>A made-up grocer with twelve groups, talking live on this computer. Choose a seat; you can change it later.</source>
        <translation>一家虚构的生鲜商家，十二个群在本机实时对话。选一个座位，之后可以再换。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>quntai::FlowBench</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Choose a flow on the left. Nothing is sent and nothing is recorded.</source>
        <translation>在左侧选择一个流程。预览不会发送，也不会记录。</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>全群</translation>
    </message>
    <message>
        <source>It would say nothing: nobody fills %1</source>
        <translation>不会发送：%1 无法填写</translation>
    </message>
    <message>
        <source>It would say nothing: %1</source>
        <translation>不会发送：%1</translation>
    </message>
    <message>
        <source>A word set warns of it: %1</source>
        <translation>触发用词提醒：%1</translation>
    </message>
    <message>
        <source>It is not meant for this group</source>
        <translation>该流程不适用于这个群</translation>
    </message>
    <message>
        <source>Speaks here next at %1</source>
        <translation>下次发言：%1</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>仅预览，不会发送</translation>
    </message>
</context>
<context>
    <name>quntai::FlowConflict</name>
    <message>
        <source>Written at the same time</source>
        <translation>同时修改</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Take theirs, drop mine</source>
        <translation>采用对方的，放弃我的</translation>
    </message>
    <message>
        <source>Go on with mine</source>
        <translation>继续用我的</translation>
    </message>
    <message>
        <source>Nothing is overwritten. Go on with yours, take over what you need of theirs, then save.</source>
        <translation>不会覆盖任何内容。可继续用您的，把需要的部分从对方那里抄过来，再保存。</translation>
    </message>
</context>
<context>
    <name>quntai::FlowEditor</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Comments are not kept · Ctrl+Space inserts a variable · F8 goes to the next problem</source>
        <translation>注释不会保存 · Ctrl+空格插入变量 · F8 跳到下一处问题</translation>
    </message>
    <message>
        <source>Nothing is wrong with it</source>
        <translation>内容没有问题</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 · and %n more</source>
        <translation>
            <numerusform>%1 · 另有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on this computer, not saved yet</source>
        <translation>已暂存在本机，尚未保存</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Save or throw away what you wrote first</source>
        <translation>请先保存或放弃修改</translation>
    </message>
    <message>
        <source>The backend cannot be reached</source>
        <translation>无法连接后端</translation>
    </message>
    <message>
        <source>Nothing is sent while something is wrong with it</source>
        <translation>内容有问题时不会提交</translation>
    </message>
    <message>
        <source>Throw away what was not saved</source>
        <translation>放弃未保存的修改</translation>
    </message>
    <message>
        <source>Remove: it stands in %1, remove it there</source>
        <translation>删除：它写在 %1 中，请到文件里删除</translation>
    </message>
    <message>
        <source>Remove the flow</source>
        <translation>删除流程</translation>
    </message>
</context>
<context>
    <name>quntai::FlowList</name>
    <message>
        <source>New flow</source>
        <translation>新建流程</translation>
    </message>
    <message>
        <source>There is no flow yet. A flow lets the bot speak by itself: a welcome, a reminder, an answer to a keyword.</source>
        <translation>还没有流程。流程让机器人主动发言：进群欢迎、定时提醒、关键词回复。</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流程</translation>
    </message>
</context>
<context>
    <name>quntai::FlowsPage</name>
    <message>
        <source>Choose a flow on the left, or write a new one with Ctrl+N.</source>
        <translation>在左侧选择一个流程，或按 Ctrl+N 新建。</translation>
    </message>
    <message>
        <source>Your role only reads here</source>
        <translation>您的角色只能查看</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Save the flow</source>
        <translation>保存流程</translation>
    </message>
    <message>
        <source>Something is wrong with it still</source>
        <translation>内容还有问题</translation>
    </message>
    <message>
        <source>Open a flow first</source>
        <translation>请先打开一个流程</translation>
    </message>
    <message>
        <source>New flow</source>
        <translation>新建流程</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>trigger: joined, schedule (with schedule: at, weekdays or dates), keyword (with keywords) or event (with event: topic_resolved, escalated, purchase)</source>
        <translation>trigger 触发方式：joined 进群；schedule 定时（配 schedule: at、weekdays 或 dates）；keyword 关键词（配 keywords）；event 事件（配 event: topic_resolved 话题解决、escalated 转人工、purchase 想购买）</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Read only: your role does not write flows</source>
        <translation>只读：您的角色不能编写流程</translation>
    </message>
    <message>
        <source>Somebody removed this flow meanwhile</source>
        <translation>有人刚刚删除了这个流程</translation>
    </message>
    <message>
        <source>A file wrote this flow meanwhile</source>
        <translation>流程文件刚刚更新了这个流程</translation>
    </message>
    <message>
        <source>%1 wrote this flow meanwhile</source>
        <translation>%1 刚刚修改了这个流程</translation>
    </message>
    <message>
        <source>Your text is kept and nothing is overwritten</source>
        <translation>您的内容已保留，不会覆盖任何内容</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>What you write stays on this computer; it can be saved when the link is back</source>
        <translation>您写的内容暂存在本机，恢复连接后即可保存</translation>
    </message>
    <message>
        <source>Brought back what was not saved</source>
        <translation>已恢复未保存的内容</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>A change of the file goes over what is written here</source>
        <translation>文件有改动时会覆盖这里的内容</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Your role is shown no preview</source>
        <translation>您的角色不能预览</translation>
    </message>
    <message>
        <source>The backend cannot be reached</source>
        <translation>无法连接后端</translation>
    </message>
</context>
<context>
    <name>quntai::FoldDelegate</name>
    <message>
        <source>(no words)</source>
        <translation>（没有文字）</translation>
    </message>
</context>
<context>
    <name>quntai::FoldList</name>
    <message>
        <source>Folded messages to check</source>
        <translation>折叠抽查</translation>
    </message>
</context>
<context>
    <name>quntai::FoldPanel</name>
    <message>
        <source>Nothing to check. Each day a few of the messages the bot folded away are drawn; from the next day on they wait here.</source>
        <translation>没有待查的消息。机器人折叠的消息每天会随机抽取几条，次日起在这里等待核对。</translation>
    </message>
    <message>
        <source>Folded message</source>
        <translation>折叠的消息</translation>
    </message>
    <message>
        <source>Was it right to fold this away?</source>
        <translation>这条消息折叠得对吗？</translation>
    </message>
    <message>
        <source>It was right</source>
        <translation>折叠正确</translation>
    </message>
    <message>
        <source>It was missed</source>
        <translation>漏掉了</translation>
    </message>
    <message>
        <source>Take the last back</source>
        <translation>撤销上一条</translation>
    </message>
    <message>
        <source>Show in its group</source>
        <translation>在群里查看</translation>
    </message>
    <message>
        <source>(no words)</source>
        <translation>（没有文字）</translation>
    </message>
    <message>
        <source>Folded because: %1</source>
        <translation>折叠原因：%1</translation>
    </message>
    <message>
        <source>%1 to check</source>
        <translation>待查 %1</translation>
    </message>
    <message>
        <source>%1 checked</source>
        <translation>已查 %1</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>漏判 %1</translation>
    </message>
    <message>
        <source>%1 drawn today, to check from tomorrow</source>
        <translation>今日已抽 %1 条，明日起可查</translation>
    </message>
</context>
<context>
    <name>quntai::GapDelegate</name>
    <message>
        <source>No entry comes near</source>
        <translation>没有相近的知识条目</translation>
    </message>
    <message>
        <source>Nearest: %1 · %2 %</source>
        <translation>最接近：%1 · %2 %</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 次</translation>
    </message>
</context>
<context>
    <name>quntai::GapView</name>
    <message>
        <source>Knowledge gap</source>
        <translation>知识缺口</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Add to the nearest entry</source>
        <translation>并入最接近的条目</translation>
    </message>
    <message>
        <source>Write an entry</source>
        <translation>写成知识条目</translation>
    </message>
    <message>
        <source>It is listed no more, also when it is asked again</source>
        <translation>不再列出，再次被问到也不会</translation>
    </message>
    <message>
        <source>The questions become similar questions of that entry</source>
        <translation>这些问题会成为该条目的相似问法</translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s) without an answer</source>
        <translation>
            <numerusform>被问 %n 次，没有答案</numerusform>
        </translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>出现在：%1</translation>
    </message>
    <message>
        <source>First %1, last %2</source>
        <translation>首次 %1，最近 %2</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>客户原话</translation>
    </message>
    <message>
        <source>List it again</source>
        <translation>重新列出</translation>
    </message>
    <message>
        <source>It stands among the open gaps again</source>
        <translation>重新回到待处理的缺口中</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Dismissed by %1</source>
        <translation>由 %1 忽略</translation>
    </message>
</context>
<context>
    <name>quntai::GroupHead</name>
    <message>
        <source>Find in this group</source>
        <translation>在本群查找</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>external group</source>
        <translation>外部群</translation>
    </message>
    <message>
        <source>internal group</source>
        <translation>内部群</translation>
    </message>
    <message>
        <source>%1 is looking</source>
        <translation>%1正在查看</translation>
    </message>
    <message>
        <source>Notifications of this group</source>
        <translation>本群通知</translation>
    </message>
    <message>
        <source>Notifications: %1</source>
        <translation>通知：%1</translation>
    </message>
    <message>
        <source>Notifications of this group: %1</source>
        <translation>本群通知：%1</translation>
    </message>
</context>
<context>
    <name>quntai::GroupNoticeDesk</name>
    <message>
        <source>Notifications of all groups…</source>
        <translation>所有群的通知…</translation>
    </message>
    <message>
        <source>Notifications of this group</source>
        <translation>本群通知</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Choose a topic first</source>
        <translation>请先选一个话题</translation>
    </message>
    <message>
        <source>This group&apos;s notifications: %1</source>
        <translation>本群通知：%1</translation>
    </message>
</context>
<context>
    <name>quntai::GroupNoticesForm</name>
    <message>
        <source>Find a group</source>
        <translation>查找群</translation>
    </message>
    <message>
        <source>All groups as usual</source>
        <translation>全部恢复默认</translation>
    </message>
    <message numerus="yes">
        <source>%n more; go on typing</source>
        <translation>
            <numerusform>还有 %n 个，请继续输入</numerusform>
        </translation>
    </message>
    <message>
        <source>No group differs from the others.</source>
        <translation>没有单独设置的群。</translation>
    </message>
    <message>
        <source>No group has these words.</source>
        <translation>没有名称含这些字的群。</translation>
    </message>
</context>
<context>
    <name>quntai::GroupNoticesRow</name>
    <message>
        <source>Notifications of %1</source>
        <translation>%1 的通知</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>%1 的提醒事件</translation>
    </message>
</context>
<context>
    <name>quntai::GroupsChoice</name>
    <message>
        <source>All groups</source>
        <translation>所有群</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 个群</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::HandBackPanel</name>
    <message>
        <source>%1 answers topic %2 again and reads this first.</source>
        <translation>%1会继续接待话题 %2，先读这段说明。</translation>
    </message>
    <message>
        <source>%1 answers topic %2 again and reads this first; it goes on with %3.</source>
        <translation>%1会继续接待话题 %2，先读这段说明；也会继续接待 %3。</translation>
    </message>
    <message>
        <source>Hand back to the bot</source>
        <translation>交还机器人</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>交还</translation>
    </message>
    <message>
        <source>What was said and promised</source>
        <translation>说了什么、承诺了什么</translation>
    </message>
    <message>
        <source>The summary is too long. Shorten it to %1 characters.</source>
        <translation>说明太长，缩短到 %1 字以内。</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>承诺：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) are open. The bot knows them and says nothing against them; it reminds people when they are due.</source>
        <translation>
            <numerusform>还有 %n 项承诺待兑现。机器人知道它们，不会说相反的话，到期会提醒同事。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::HelpDesk</name>
    <message>
        <source>Choose a topic first</source>
        <translation>请先选择话题</translation>
    </message>
    <message>
        <source>Take the topic over first</source>
        <translation>请先接管该话题</translation>
    </message>
    <message>
        <source>No colleague holds this topic</source>
        <translation>该话题没有同事在接待</translation>
    </message>
    <message>
        <source>Only a supervisor or a guest of the topic whispers</source>
        <translation>只有主管或受邀协助的同事能发悄悄话</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>协助</translation>
    </message>
    <message>
        <source>Ask a supervisor</source>
        <translation>请示主管</translation>
    </message>
    <message>
        <source>Invite a colleague</source>
        <translation>邀请同事</translation>
    </message>
    <message>
        <source>Put a colleague&apos;s words into the reply</source>
        <translation>把同事写的内容放进回复</translation>
    </message>
    <message>
        <source>Whisper what is written to the holder</source>
        <translation>把所写内容以悄悄话发给接待人</translation>
    </message>
    <message>
        <source>Write here what only the holder shall read, then whisper it.</source>
        <translation>请先在这里写好只给接待人看的内容，再发悄悄话。</translation>
    </message>
</context>
<context>
    <name>quntai::HelpLine</name>
    <message>
        <source>Withdraw</source>
        <translation>撤回请示</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>请离</translation>
    </message>
    <message>
        <source>Whisper what is written</source>
        <translation>以悄悄话发出</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入协助</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>谢绝</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出协助</translation>
    </message>
    <message>
        <source>%1 helps</source>
        <translation>%1 正在协助</translation>
    </message>
    <message>
        <source>%1 is invited</source>
        <translation>已邀请 %1</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>You asked the supervisors: %1</source>
        <translation>已请示主管：%1</translation>
    </message>
    <message>
        <source>You asked %1: %2</source>
        <translation>已请示 %1：%2</translation>
    </message>
    <message>
        <source>%1 invites you to help</source>
        <translation>%1 邀请您协助</translation>
    </message>
    <message>
        <source>%1 invites you to help: %2</source>
        <translation>%1 邀请您协助：%2</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1 请示：%2</translation>
    </message>
    <message>
        <source>You help %1, who sees what you write here and can take it over</source>
        <translation>您在协助 %1；您在这里写的内容对方看得到，也可直接采用</translation>
    </message>
    <message>
        <source>Help in this topic</source>
        <translation>本话题的协助</translation>
    </message>
</context>
<context>
    <name>quntai::HelpPanel</name>
    <message>
        <source>Get help with this topic</source>
        <translation>为本话题求助</translation>
    </message>
    <message>
        <source>What help</source>
        <translation>求助方式</translation>
    </message>
    <message>
        <source>Ask a supervisor</source>
        <translation>请示主管</translation>
    </message>
    <message>
        <source>Invite a colleague</source>
        <translation>邀请同事</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>请示对象</translation>
    </message>
    <message>
        <source>Who is invited</source>
        <translation>邀请对象</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>您想请示什么？</translation>
    </message>
    <message>
        <source>What they should help with (may stay empty)</source>
        <translation>请对方协助什么（可不填）</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>请示内容</translation>
    </message>
    <message>
        <source>What they should help with</source>
        <translation>协助内容</translation>
    </message>
    <message>
        <source>The group sees nothing of it. You go on holding the topic</source>
        <translation>群里看不到；接待权仍在您手中</translation>
    </message>
    <message>
        <source>They read along and write for you; only you can answer the group</source>
        <translation>对方可一起查看并替您起草；只有您能回复群</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>请示</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>No supervisor works in this group.</source>
        <translation>本群没有主管。</translation>
    </message>
    <message>
        <source>No colleague works in this group.</source>
        <translation>本群没有可邀请的同事。</translation>
    </message>
    <message>
        <source>Every supervisor</source>
        <translation>所有主管</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Write what you want to know</source>
        <translation>请填写请示内容</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>请选择同事</translation>
    </message>
    <message>
        <source>Write what you want to know.</source>
        <translation>请填写请示内容。</translation>
    </message>
    <message>
        <source>Choose a colleague.</source>
        <translation>请选择同事。</translation>
    </message>
</context>
<context>
    <name>quntai::HistoryView</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Older versions</source>
        <translation>更早的版本</translation>
    </message>
    <message>
        <source>Against the editor</source>
        <translation>与编辑中的对比</translation>
    </message>
    <message>
        <source>Take into the editor</source>
        <translation>恢复到编辑器</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Asking the backend…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>the backend</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Nothing was ever live</source>
        <translation>还没有生效过的版本</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>编辑中</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>A customer asked: “%1”</source>
        <translation>客户原话“%1”</translation>
    </message>
</context>
<context>
    <name>quntai::Id</name>
    <message>
        <source>Everywhere</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>quntai::ImportRowModel</name>
    <message>
        <source>Line %1, %2: %3 %4</source>
        <translation>第 %1 行，%2：%3 %4</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>有误</translation>
    </message>
</context>
<context>
    <name>quntai::ImportView</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What becomes of the rows</source>
        <translation>导入后的状态</translation>
    </message>
    <message>
        <source>Live at once</source>
        <translation>直接生效</translation>
    </message>
    <message>
        <source>As drafts</source>
        <translation>存为草稿</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>%1 of %2 taken in</source>
        <translation>已导入 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) taken in</source>
        <translation>
            <numerusform>已导入 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>导入 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>The file has no rows</source>
        <translation>文件里没有数据行</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Bad rows are left out, unchanged ones too. Read as %1.</source>
        <translation>还没有改动任何内容。有误的行和相同的行都会跳过。按 %1 读取。</translation>
    </message>
    <message>
        <source>Now, v%1</source>
        <translation>现在 v%1</translation>
    </message>
    <message>
        <source>There is no such entry</source>
        <translation>还没有这条</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
</context>
<context>
    <name>quntai::InlineBanner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>quntai::KeysForm</name>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作与快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>New key; press it</source>
        <translation>新的快捷键，按下即可</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不设快捷键</translation>
    </message>
    <message>
        <source>Its own key</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>All back</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>改用于此</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 已用于“%2”。</translation>
    </message>
    <message>
        <source>This key cannot be used.</source>
        <translation>这个键不能使用。</translation>
    </message>
    <message>
        <source>It would fire while somebody writes. Hold Ctrl or Alt, or use a function key.</source>
        <translation>打字时会误触发。需要同时按住 Ctrl 或 Alt，或使用功能键。</translation>
    </message>
    <message>
        <source>Writing, the input method or the desktop needs this key.</source>
        <translation>输入文字、输入法或桌面要用这个键。</translation>
    </message>
</context>
<context>
    <name>quntai::KpiButton</name>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2，%3</translation>
    </message>
</context>
<context>
    <name>quntai::KpiStrip</name>
    <message>
        <source>Open topics</source>
        <translation>进行中话题</translation>
    </message>
    <message>
        <source>Topics that have not ended, in the groups you may see. Press to show every group.</source>
        <translation>你能看到的群里还没有结束的话题。点击显示全部群。</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>待干预</translation>
    </message>
    <message>
        <source>Topics that wait for a person, and those in review or with a reason to look. Press to show their groups.</source>
        <translation>等待人工、待审核或有理由看一眼的话题。点击显示它们所在的群。</translation>
    </message>
    <message>
        <source>Oldest unanswered</source>
        <translation>最久未答</translation>
    </message>
    <message>
        <source>The question that has waited longest for any answer. Press to go to its group.</source>
        <translation>等待答复最久的问题。点击定位到它的群。</translation>
    </message>
    <message>
        <source>Solved by the bot</source>
        <translation>机器人独立解决</translation>
    </message>
    <message>
        <source>Of the topics that ended today, those that were resolved and that nobody ever took over.</source>
        <translation>今天结束的话题中，已解决且从未有人接管的比例。</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>人工首响中位</translation>
    </message>
    <message>
        <source>Median from the escalation to the first words of a person. Only of topics escalated since this console watches; the report knows all.</source>
        <translation>从转人工到客服第一句话的中位时长。只统计本机开始监控之后转人工的话题，完整数据见报表。</translation>
    </message>
    <message>
        <source>Emotion warnings</source>
        <translation>情绪预警</translation>
    </message>
    <message>
        <source>Open topics above the alert line of their group. Press to sort by emotion.</source>
        <translation>情绪超过本群预警线的进行中话题。点击按情绪排序。</translation>
    </message>
    <message>
        <source>bot %1 · people %2</source>
        <translation>机器人 %1 · 人工 %2</translation>
    </message>
    <message>
        <source>%1 to look at</source>
        <translation>%1 个待查看</translation>
    </message>
    <message>
        <source>most pressing %1 over</source>
        <translation>最急已超 %1</translation>
    </message>
    <message>
        <source>most pressing %1 left</source>
        <translation>最急剩 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>every question is answered</source>
        <translation>没有未答的问题</translation>
    </message>
    <message>
        <source>today %1 / %2 topics</source>
        <translation>今日 %1 / %2 话题</translation>
    </message>
    <message>
        <source>%1 seen since %2</source>
        <translation>%2 起 %1 次</translation>
    </message>
    <message>
        <source>%1 still rising</source>
        <translation>%1 个仍在升高</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>quntai::LaneBar</name>
    <message>
        <source>mine</source>
        <translation>我接待</translation>
    </message>
    <message>
        <source>Topics of this group</source>
        <translation>本群话题</translation>
    </message>
    <message>
        <source>All topics %1</source>
        <translation>全部话题 %1</translation>
    </message>
    <message>
        <source>%1 asks · %2</source>
        <translation>%1 提问 · %2</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Show this topic alone</source>
        <translation>只看这个话题</translation>
    </message>
</context>
<context>
    <name>quntai::LaneUndo</name>
    <message>
        <source>Moved to topic %1</source>
        <translation>已移到话题 %1</translation>
    </message>
    <message>
        <source>Split off topic %1</source>
        <translation>已从话题 %1 拆出</translation>
    </message>
    <message>
        <source>Topic %1 goes on in topic %2</source>
        <translation>话题 %1 已并入话题 %2</translation>
    </message>
    <message>
        <source>Topic %1 is resolved</source>
        <translation>话题 %1 已解决</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>This cannot be undone any more</source>
        <translation>已无法撤销</translation>
    </message>
</context>
<context>
    <name>quntai::LessonDelegate</name>
    <message>
        <source>an entry that is gone</source>
        <translation>已不存在的条目</translation>
    </message>
    <message>
        <source>Means: %1</source>
        <translation>意思是：%1</translation>
    </message>
    <message>
        <source>Does not mean: %1</source>
        <translation>不是问：%1</translation>
    </message>
    <message>
        <source>Answer approved</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Answer rejected</source>
        <translation>审核驳回</translation>
    </message>
    <message>
        <source>Suggestion used</source>
        <translation>采用推荐回复</translation>
    </message>
    <message>
        <source>Suggestion marked wrong</source>
        <translation>推荐回复被标为不对</translation>
    </message>
</context>
<context>
    <name>quntai::LessonView</name>
    <message>
        <source>Learned</source>
        <translation>已学到</translation>
    </message>
    <message>
        <source>Take the lesson back</source>
        <translation>撤销这条学习</translation>
    </message>
    <message>
        <source>Open the entry</source>
        <translation>打开知识条目</translation>
    </message>
    <message>
        <source>From the next message on the bot reads these words as it did before</source>
        <translation>从下一条消息起，机器人对这句话恢复原来的理解</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>客户原话</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>The similar questions of the entry are untouched: what is learned lies over them.</source>
        <translation>条目的相似问法没有改动，学到的说法另外叠加在上面。</translation>
    </message>
</context>
<context>
    <name>quntai::LookupPart</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Phone number or customer id</source>
        <translation>手机号或客户编号</translation>
    </message>
</context>
<context>
    <name>quntai::MainWindow</name>
    <message>
        <source>Quntai</source>
        <translation>群台</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation>出现问题</translation>
    </message>
    <message>
        <source>Connected · %1 ms</source>
        <translation>已连接 · %1 ms</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>To be sent %1 · refused %2</source>
        <translation>待发送 %1 · 未发出 %2</translation>
    </message>
    <message>
        <source>To be sent %1</source>
        <translation>待发送 %1</translation>
    </message>
    <message>
        <source>%1 · %2 · serving %3</source>
        <translation>%1 · %2 · 接待 %3</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>群监控</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Go to the desk</source>
        <translation>前往工作台</translation>
    </message>
    <message>
        <source>Go to the wall</source>
        <translation>前往群监控</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>前往审核</translation>
    </message>
    <message>
        <source>Go to the studio</source>
        <translation>前往知识库</translation>
    </message>
    <message>
        <source>Go to the report</source>
        <translation>前往报表</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Your role has no work there</source>
        <translation>你的角色不使用该页面</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示全部快捷键</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>下一个区域</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>上一个区域</translation>
    </message>
    <message>
        <source>What is to be sent</source>
        <translation>待发箱</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>修改快捷键</translation>
    </message>
    <message>
        <source>About Quntai</source>
        <translation>关于群台</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Switch between comfortable and compact</source>
        <translation>切换宽松与紧凑</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>I am at work</source>
        <translation>我在线</translation>
    </message>
    <message>
        <source>I am away</source>
        <translation>我离开一下</translation>
    </message>
    <message>
        <source>Account and seat</source>
        <translation>账号与座位</translation>
    </message>
    <message>
        <source>Go to a group</source>
        <translation>跳到群</translation>
    </message>
    <message>
        <source>I take a break (15 min)</source>
        <translation>我小休一下（15 分钟）</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>小休</translation>
    </message>
    <message>
        <source>I go to lunch (1 h)</source>
        <translation>我去午餐（1 小时）</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>午餐</translation>
    </message>
    <message>
        <source>I am in a meeting (1 h)</source>
        <translation>我在开会（1 小时）</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Go to the flows</source>
        <translation>前往流程</translation>
    </message>
    <message>
        <source>Open the urgent notification</source>
        <translation>打开紧急通知</translation>
    </message>
    <message>
        <source>No urgent notification waits</source>
        <translation>没有待处理的紧急通知</translation>
    </message>
    <message>
        <source>Manage canned replies</source>
        <translation>管理快捷回复</translation>
    </message>
    <message>
        <source>People and accounts</source>
        <translation>人员与账号</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流程</translation>
    </message>
</context>
<context>
    <name>quntai::MemberList</name>
    <message>
        <source>Asks here</source>
        <translation>本话题提问</translation>
    </message>
    <message>
        <source>Members of the group</source>
        <translation>群成员</translation>
    </message>
</context>
<context>
    <name>quntai::NavAvatar</name>
    <message>
        <source>Not signed in</source>
        <translation>未登录</translation>
    </message>
</context>
<context>
    <name>quntai::NavRail</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>quntai::NewsPill</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n 条新消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::NotePopup</name>
    <message>
        <source>Write a few words.</source>
        <translation>写几个字再发。</translation>
    </message>
    <message>
        <source>The text is too long. Shorten it to %1 characters.</source>
        <translation>太长了，缩短到 %1 字以内。</translation>
    </message>
</context>
<context>
    <name>quntai::NoticedCard</name>
    <message>
        <source>Folded messages that were missed</source>
        <translation>折叠漏判率</translation>
    </message>
    <message>
        <source>Each day a random sample of the messages the bot folded away is checked by people. The rate is estimated from it for all folded messages, each day weighing as much as was folded in it; in brackets the 95 % interval.</source>
        <translation>每天从机器人折叠的消息中随机抽取一部分由人工核对，据此估计全部折叠消息的漏判率，各天按当日折叠条数加权；括号内为 95 % 置信区间。</translation>
    </message>
    <message>
        <source>%1 % (%2–%3 %)</source>
        <translation>%1 %（%2–%3 %）</translation>
    </message>
    <message>
        <source>%1 folded, %2 drawn, %3 checked, %4 of them missed</source>
        <translation>折叠 %1 条，抽取 %2 条，已查 %3 条，其中漏判 %4 条</translation>
    </message>
    <message numerus="yes">
        <source>Anger spread in a group %n time(s)</source>
        <translation>
            <numerusform>群内情绪蔓延 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Anger spread in no group</source>
        <translation>没有群出现情绪蔓延</translation>
    </message>
</context>
<context>
    <name>quntai::NoticesForm</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>They come only while you look elsewhere. Without content they say what happened and in which group, and nothing of what customers wrote.</source>
        <translation>只在你没有看着窗口时提醒。不显示内容时，只说发生了什么、在哪个群，不含客户写的话。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>A topic needs a person or is offered to you. Stays until seen to.</source>
        <translation>话题待干预，或派给了你。处理前一直保留。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Messages in your topics, whispers, what could not be sent.</source>
        <translation>你接待的话题有新消息、悄悄话、没有发出的消息。</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>知悉</translation>
    </message>
    <message>
        <source>A channel is disconnected.</source>
        <translation>有渠道断开连接。</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Only urgent notifications come, without a sound.</source>
        <translation>只显示紧急提醒，不响铃。</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束</translation>
    </message>
    <message>
        <source>Quiet from and until</source>
        <translation>免打扰起止</translation>
    </message>
    <message>
        <source>From, until</source>
        <translation>起止时间</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>按群设置</translation>
    </message>
    <message>
        <source>By event</source>
        <translation>按事件设置</translation>
    </message>
</context>
<context>
    <name>quntai::OrderCard</name>
    <message>
        <source>Order %1</source>
        <translation>订单 %1</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Copy the order number %1</source>
        <translation>复制订单号 %1</translation>
    </message>
</context>
<context>
    <name>quntai::OutboxPanel</name>
    <message>
        <source>Nothing waits to be sent. What you write while offline waits here.</source>
        <translation>没有待发送的内容。离线时写的回复会存在这里。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>To be sent %1</source>
        <translation>待发送 %1</translation>
    </message>
</context>
<context>
    <name>quntai::OutboxRowView</name>
    <message>
        <source>Waits for the backend; it is sent as soon as it is reached</source>
        <translation>等待连接，连上后自动发出</translation>
    </message>
    <message>
        <source>Sent to the backend, no answer yet</source>
        <translation>已提交，等待结果</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>未发出：%1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>纠正</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>悄悄话</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Hand back to bot</source>
        <translation>交还机器人</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>Mark as resolved</source>
        <translation>标为已解决</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Its text will be gone.</source>
        <translation>内容会被删除。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重发</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Approve draft</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Send changed draft</source>
        <translation>修改后发送</translation>
    </message>
    <message>
        <source>Reject draft</source>
        <translation>审核驳回</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>附 %1</translation>
    </message>
    <message>
        <source>Question to a supervisor</source>
        <translation>请示主管</translation>
    </message>
    <message>
        <source>Help of a colleague</source>
        <translation>同事协助</translation>
    </message>
    <message>
        <source>Feedback on suggestions</source>
        <translation>推荐回复评价</translation>
    </message>
    <message>
        <source>Canned reply</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
</context>
<context>
    <name>quntai::OwnershipBar</name>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>Topic %1, %2. Only after taking over can you answer the group; the bot goes on with the other topics.</source>
        <translation>话题 %1 %2。接管后才能回复到群里，机器人会继续接待其他话题。</translation>
    </message>
    <message>
        <source>You are serving topic %1</source>
        <translation>你正在接待话题 %1</translation>
    </message>
    <message>
        <source>%1 is serving topic %2</source>
        <translation>%1 正在接待话题 %2</translation>
    </message>
    <message>
        <source>This topic has ended: %1</source>
        <translation>话题已结束：%1</translation>
    </message>
    <message>
        <source>Take over topic %1</source>
        <translation>接管话题 %1</translation>
    </message>
    <message>
        <source>Hand back to bot</source>
        <translation>交还机器人</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Not connected: possible again when the backend is reached.</source>
        <translation>未连接，连上后端后可用。</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>First answer in %1</source>
        <translation>首响剩余 %1</translation>
    </message>
    <message>
        <source>Overdue by %1</source>
        <translation>已超时 %1</translation>
    </message>
    <message>
        <source>Offline: the time may be wrong</source>
        <translation>离线，计时可能不准</translation>
    </message>
    <message>
        <source>%1 left when cut off</source>
        <translation>断线时剩余 %1</translation>
    </message>
    <message>
        <source>Overdue by %1 when cut off</source>
        <translation>断线时已超时 %1</translation>
    </message>
    <message>
        <source>First answer in %1 when cut off</source>
        <translation>断线时首响剩余 %1</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>放回队列</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>求助</translation>
    </message>
</context>
<context>
    <name>quntai::PaletteDesk</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Looks at no topic now</source>
        <translation>现在没有查看话题</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Is in no group you see</source>
        <translation>不在你能看到的群里</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>知识</translation>
    </message>
</context>
<context>
    <name>quntai::PastTopicRow</name>
    <message>
        <source>bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>nobody answered</source>
        <translation>无人回复</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>quntai::PastTopicsCard</name>
    <message>
        <source>Asked before</source>
        <translation>历史话题</translation>
    </message>
    <message>
        <source>Older ones</source>
        <translation>更早的</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nothing before this topic</source>
        <translation>此前没有话题</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>quntai::PeopleForm</name>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Nobody is known yet.</source>
        <translation>还没有人员。</translation>
    </message>
    <message>
        <source>Changes hold at once; what a person does stays in the records when they leave, so accounts are disabled, not deleted.</source>
        <translation>修改立即生效；员工离开后其操作记录仍保留，因此账号只停用，不删除。</translation>
    </message>
    <message>
        <source>Admins keep the accounts.</source>
        <translation>账号由管理员维护。</translation>
    </message>
</context>
<context>
    <name>quntai::PersonEditor</name>
    <message>
        <source>A password has at least %1 characters.</source>
        <translation>密码至少 %1 个字符。</translation>
    </message>
    <message>
        <source>A password has at most %1 characters.</source>
        <translation>密码最多 %1 个字符。</translation>
    </message>
    <message>
        <source>A password is not the name of the account.</source>
        <translation>密码不能与账号相同。</translation>
    </message>
    <message>
        <source>A password is not one character over and over.</source>
        <translation>密码不能全是同一个字符。</translation>
    </message>
    <message>
        <source>Disabled: cannot sign in, is offered nothing</source>
        <translation>停用：不能登录，也不再分配话题</translation>
    </message>
    <message>
        <source>Somebody changed this account meanwhile; saving replaces what they wrote.</source>
        <translation>期间有同事修改过此账号；保存会覆盖对方的修改。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>as the policy says</source>
        <translation>按策略</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>what one signs in with</source>
        <translation>登录时使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>as colleagues see it</source>
        <translation>同事看到的名字</translation>
    </message>
    <message>
        <source>Topics at once</source>
        <translation>同时接待话题数</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>categories of questions, e.g. 售后, 物流</source>
        <translation>擅长的问题分类，如 售后，物流</translation>
    </message>
    <message>
        <source>Teams and languages</source>
        <translation>团队与语言</translation>
    </message>
    <message>
        <source>e.g. 华东组, 粤语</source>
        <translation>如 华东组，粤语</translation>
    </message>
    <message>
        <source>Sees these groups</source>
        <translation>可见的群</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>请填写账号。</translation>
    </message>
    <message>
        <source>There is an account of this name already.</source>
        <translation>已有同名账号。</translation>
    </message>
    <message>
        <source>Write the person&apos;s name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>A new account needs a password.</source>
        <translation>新账号需要密码。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次密码不一致。</translation>
    </message>
    <message>
        <source>At least %1 characters; a sentence is good.</source>
        <translation>至少 %1 个字符；用一句话也可以。</translation>
    </message>
    <message>
        <source>Leave it empty to keep the old one. A new one signs the person out everywhere.</source>
        <translation>留空则不修改。新密码会让该员工在所有设备上退出登录。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>创建账号</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>没有改动</translation>
    </message>
</context>
<context>
    <name>quntai::Picker</name>
    <message>
        <source>What to put in</source>
        <translation>可插入的内容</translation>
    </message>
    <message>
        <source>Manage canned replies…</source>
        <translation>管理快捷回复…</translation>
    </message>
</context>
<context>
    <name>quntai::PictureText</name>
    <message>
        <source>In the picture</source>
        <translation>图中文字</translation>
    </message>
    <message>
        <source>Read by a program; it may be wrong.</source>
        <translation>由程序识别，可能有误。</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Words in the picture</source>
        <translation>图中文字</translation>
    </message>
</context>
<context>
    <name>quntai::PictureViewer</name>
    <message>
        <source>Close the picture</source>
        <translation>关闭图片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The picture is coming…</source>
        <translation>图片加载中…</translation>
    </message>
    <message>
        <source>%1 × %2 · %3 %</source>
        <translation>%1 × %2 · %3%</translation>
    </message>
    <message>
        <source>The picture before</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>The picture after</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Page Down</translation>
    </message>
</context>
<context>
    <name>quntai::PinBar</name>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Pinned topics: %1</source>
        <translation>置顶话题 %1 个</translation>
    </message>
    <message>
        <source>Pinned topics</source>
        <translation>置顶话题</translation>
    </message>
</context>
<context>
    <name>quntai::PinDesk</name>
    <message>
        <source>mine</source>
        <translation>我接待</translation>
    </message>
    <message>
        <source>Choose a topic first</source>
        <translation>请先选一个话题</translation>
    </message>
    <message>
        <source>Nine topics are pinned; unpin one first</source>
        <translation>已置顶 9 个话题，请先取消一个</translation>
    </message>
    <message>
        <source>Unpin the topic</source>
        <translation>取消置顶话题</translation>
    </message>
    <message>
        <source>Pin the topic</source>
        <translation>置顶话题</translation>
    </message>
    <message>
        <source>Pin or unpin the topic</source>
        <translation>置顶或取消置顶话题</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Pinned topic %1, or the queue&apos;s</source>
        <translation>第 %1 个话题（置顶优先）</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>There is no topic %1</source>
        <translation>没有第 %1 个话题</translation>
    </message>
</context>
<context>
    <name>quntai::PinRow</name>
    <message>
        <source>Pinned topic %1: %2, %3, %4</source>
        <translation>置顶话题 %1：%2，%3，%4</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>quntai::Preview</name>
    <message>
        <source>As the group sees it</source>
        <translation>群内效果</translation>
    </message>
</context>
<context>
    <name>quntai::PromisePanel</name>
    <message>
        <source>Note a promise</source>
        <translation>记为承诺</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>最晚时间</translation>
    </message>
    <message>
        <source>Today 18:00</source>
        <translation>今天 18:00</translation>
    </message>
    <message>
        <source>Tomorrow 18:00</source>
        <translation>明天 18:00</translation>
    </message>
    <message>
        <source>In 3 days</source>
        <translation>3 天后</translation>
    </message>
    <message>
        <source>Write what was promised.</source>
        <translation>请写明承诺了什么。</translation>
    </message>
    <message>
        <source>Shorten it to %1 characters.</source>
        <translation>请缩短到 %1 字以内。</translation>
    </message>
    <message>
        <source>This time is over. Choose a later one.</source>
        <translation>这个时间已过，请选更晚的时间。</translation>
    </message>
</context>
<context>
    <name>quntai::PromisesCard</name>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Promised · %1 open</source>
        <translation>承诺 · %1 项待兑现</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>（已删除）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Show where it was said: %1</source>
        <translation>定位原话：%1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>已兑现：%1</translation>
    </message>
    <message>
        <source>More about: %1</source>
        <translation>更多：%1</translation>
    </message>
    <message>
        <source>Change words or time…</source>
        <translation>修改内容或时间…</translation>
    </message>
    <message>
        <source>It was kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>It was not kept</source>
        <translation>没有兑现</translation>
    </message>
    <message>
        <source>It was no promise, or nobody wants it any more</source>
        <translation>不是承诺，或客户不需要了</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
</context>
<context>
    <name>quntai::QueueDelegate</name>
    <message>
        <source>Accept ⏎</source>
        <translation>接受 ⏎</translation>
    </message>
</context>
<context>
    <name>quntai::QueueDesk</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Nothing of yours is at risk</source>
        <translation>没有即将超时的话题</translation>
    </message>
    <message>
        <source>Choose a topic first</source>
        <translation>请先选择话题</translation>
    </message>
    <message>
        <source>Next at risk</source>
        <translation>下一个即将超时</translation>
    </message>
    <message>
        <source>Why it stands here</source>
        <translation>为什么排在这里</translation>
    </message>
    <message>
        <source>Snooze or hold</source>
        <translation>稍后处理或挂起</translation>
    </message>
    <message>
        <source>Only a topic of yours, or one that waits, can be put off</source>
        <translation>只有自己接待的或排队中的话题可以稍后处理</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续处理</translation>
    </message>
    <message>
        <source>Wake it now</source>
        <translation>立即恢复</translation>
    </message>
    <message>
        <source>Snooze for 15 min</source>
        <translation>15 分钟后处理</translation>
    </message>
    <message>
        <source>Snooze for 1 h</source>
        <translation>1 小时后处理</translation>
    </message>
    <message>
        <source>Snooze for 4 h</source>
        <translation>4 小时后处理</translation>
    </message>
    <message>
        <source>Snooze until %1</source>
        <translation>%1 再处理</translation>
    </message>
    <message>
        <source>waits for the customer</source>
        <translation>等客户回复</translation>
    </message>
    <message>
        <source>waits for a colleague</source>
        <translation>等同事回复</translation>
    </message>
    <message>
        <source>waits for the warehouse</source>
        <translation>等仓库回复</translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>挂起：%1</translation>
    </message>
    <message>
        <source>Snooze with a reason…</source>
        <translation>填写原因，稍后处理…</translation>
    </message>
</context>
<context>
    <name>quntai::QueuePanel</name>
    <message>
        <source>Search messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>Topics are being read…</source>
        <translation>正在读取话题…</translation>
    </message>
    <message>
        <source>No topics yet. They appear as soon as a group the bot serves has something to say.</source>
        <translation>还没有话题。机器人接待的群里有人提问，就会出现在这里。</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) moved</source>
        <translation>
            <numerusform>%n 个话题有变动</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::QueueView</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) missed</source>
        <translation>
            <numerusform>错过 %n 次派单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::ReasonsCard</name>
    <message>
        <source>%1 ≥ %2</source>
        <translation>%1 ≥ %2</translation>
    </message>
    <message>
        <source>%1 &lt; %2</source>
        <translation>%1 &lt; %2</translation>
    </message>
</context>
<context>
    <name>quntai::RecordList</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>搜索：%1</translation>
    </message>
    <message>
        <source>Nothing fits these words.</source>
        <translation>没有符合的内容。</translation>
    </message>
</context>
<context>
    <name>quntai::RefLink</name>
    <message>
        <source>Go to message %1</source>
        <translation>跳到第 %1 条消息</translation>
    </message>
</context>
<context>
    <name>quntai::RejectPanel</name>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>驳回草稿</translation>
    </message>
    <message>
        <source>Why is it not sent?</source>
        <translation>驳回原因</translation>
    </message>
    <message>
        <source>Beside the question</source>
        <translation>答非所问</translation>
    </message>
    <message>
        <source>Wrong facts</source>
        <translation>事实有误</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>信息缺失</translation>
    </message>
    <message>
        <source>Wrong tone</source>
        <translation>语气不当</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>No reply needed</source>
        <translation>无需回复</translation>
    </message>
    <message>
        <source>In your own words; colleagues read it at the desk</source>
        <translation>补充说明，工作台的同事会看到</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a reason or write one</source>
        <translation>选一个原因，或写一句</translation>
    </message>
</context>
<context>
    <name>quntai::ReliabilityChart</name>
    <message>
        <source>Right as often as sure</source>
        <translation>把握与正确率</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>还没有回答</translation>
    </message>
    <message>
        <source>%1–%2 %: %3 answers, %4 accepted, %5 corrected, %6 refused</source>
        <translation>%1–%2 %：共 %3 条回答，采纳 %4，纠正 %5，驳回 %6</translation>
    </message>
</context>
<context>
    <name>quntai::ReplyDesk</name>
    <message>
        <source>This text is already on its way and no longer comes back into the editor.</source>
        <translation>这条消息已在发送途中，无法再退回编辑框。</translation>
    </message>
    <message>
        <source>The topic of this text is not here any more. The text stays under “To be sent”.</source>
        <translation>这条消息所属的话题已不在这里，文字仍保留在“待发送”中。</translation>
    </message>
</context>
<context>
    <name>quntai::ReplyFiles</name>
    <message>
        <source>Picture %1.png</source>
        <translation>图片 %1.png</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>“%1”读不出来。</translation>
    </message>
</context>
<context>
    <name>quntai::ReportCharts</name>
    <message>
        <source>Somebody there</source>
        <translation>有人工</translation>
    </message>
    <message>
        <source>Bot alone</source>
        <translation>仅机器人</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>By weekday</source>
        <translation>按星期</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>按群</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>比率走势</translation>
    </message>
    <message>
        <source>transfer mark %1%</source>
        <translation>转人工标线 %1%</translation>
    </message>
    <message>
        <source>Transfer reasons</source>
        <translation>转人工原因</translation>
    </message>
    <message>
        <source>%1 topics, several each</source>
        <translation>%1 个话题，可多选</translation>
    </message>
    <message>
        <source>There was always somebody to answer.</source>
        <translation>始终有人应答。</translation>
    </message>
    <message>
        <source>Nobody was there for %1 h in all groups together; %2 topics were asked in that time.</source>
        <translation>各群合计 %1 小时无人应答，其间有 %2 个话题提问。</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>置信度可靠性</translation>
    </message>
    <message>
        <source>Answers by how sure the bot was: drafts people decided on, and texts it sent by itself. Accepted are those approved as they were or never corrected. The dashes are where the accepted part ends if the bot is right as often as it is sure.</source>
        <translation>按机器人的置信度统计回答：人工处理过的草稿，以及机器人自动发出的回答。原样通过或从未被纠正的算采纳。虚线表示置信度与正确率一致时采纳部分应到的位置。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>纠正</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
</context>
<context>
    <name>quntai::ReportHead</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Own…</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
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
        <source>Figures as CSV…</source>
        <translation>指标存为 CSV…</translation>
    </message>
    <message>
        <source>Listed topics as CSV…</source>
        <translation>话题列表存为 CSV…</translation>
    </message>
    <message>
        <source>Charts as a picture…</source>
        <translation>图表存为图片…</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>复制指标</translation>
    </message>
    <message>
        <source>All groups %1</source>
        <translation>全部群 %1</translation>
    </message>
    <message>
        <source>%1 of %2 groups</source>
        <translation>%2 个群中的 %1 个</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部群</translation>
    </message>
</context>
<context>
    <name>quntai::ReportPage</name>
    <message>
        <source>Figures as CSV</source>
        <translation>指标存为 CSV</translation>
    </message>
    <message>
        <source>Listed topics as CSV</source>
        <translation>话题列表存为 CSV</translation>
    </message>
    <message>
        <source>Charts as a picture</source>
        <translation>图表存为图片</translation>
    </message>
    <message>
        <source>The report is for supervisors, knowledge editors and administrators.</source>
        <translation>报表供主管、知识运营和管理员查看。</translation>
    </message>
    <message>
        <source>This group is not among yours any more.</source>
        <translation>这个群已不在你的范围内。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>无法写入 %1</translation>
    </message>
</context>
<context>
    <name>quntai::ReportTables</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>Coverage by weekday</source>
        <translation>覆盖率按星期</translation>
    </message>
    <message>
        <source>Coverage by group</source>
        <translation>覆盖率按群</translation>
    </message>
    <message>
        <source>Transfer reasons</source>
        <translation>转人工原因</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Table of the report</source>
        <translation>报表表格</translation>
    </message>
</context>
<context>
    <name>quntai::ReportView</name>
    <message>
        <source>No topics in this time</source>
        <translation>这段时间没有话题</translation>
    </message>
    <message>
        <source>As of %1 · click a number for its topics</source>
        <translation>截至 %1 · 点击数字查看话题</translation>
    </message>
    <message>
        <source>As of %1 · offline</source>
        <translation>截至 %1 · 离线</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>The report did not come</source>
        <translation>报表没有取到</translation>
    </message>
    <message>
        <source>These numbers are old. They are asked for anew when the connection is back.</source>
        <translation>当前数字已过时，连接恢复后自动更新。</translation>
    </message>
    <message>
        <source>The report comes when the connection is back.</source>
        <translation>连接恢复后显示报表。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>There is no report yet</source>
        <translation>还没有报表</translation>
    </message>
</context>
<context>
    <name>quntai::ReviewPage</name>
    <message>
        <source>An answer of the bot that the rules hold back waits here until you approve it, change it or reject it.</source>
        <translation>被规则拦下的机器人答复会在这里等你通过、修改或驳回。</translation>
    </message>
    <message>
        <source>No drafts wait</source>
        <translation>没有待审草稿</translation>
    </message>
    <message>
        <source>No connection: decide when you can see what is new. Your changes are kept.</source>
        <translation>未连接：连上看到最新消息后再决定，改动已保留</translation>
    </message>
    <message>
        <source>Your role may read drafts, not decide on them</source>
        <translation>你的角色可以看草稿，不能审核</translation>
    </message>
    <message>
        <source>The bot is stopped; nothing of it is sent</source>
        <translation>机器人已停用，不会发送</translation>
    </message>
    <message>
        <source>On its way…</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>%1 approved it at %2</source>
        <translation>%1 %2 已通过</translation>
    </message>
    <message>
        <source>%1 changed it and sent it at %2</source>
        <translation>%1 %2 修改后发送</translation>
    </message>
    <message>
        <source>%1 rejected it at %2</source>
        <translation>%1 %2 已驳回</translation>
    </message>
    <message>
        <source>%1 changed it at %2; a second person decides</source>
        <translation>%1 %2 改过，等第二人复核</translation>
    </message>
    <message>
        <source>%1 took the topic over; the draft is withdrawn</source>
        <translation>%1 已接管话题，草稿撤下</translation>
    </message>
    <message>
        <source>Something new happened in the topic; the draft is withdrawn</source>
        <translation>话题有新情况，草稿已撤下</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s) a person is fetched instead</source>
        <translation>
            <numerusform>审核时限 %n 分钟，超时转人工接待</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision came too late: %1</source>
        <translation>你的决定没有生效：%1</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>No draft is open</source>
        <translation>没有打开的草稿</translation>
    </message>
    <message>
        <source>Approve, or send the change</source>
        <translation>通过，或按修改发送</translation>
    </message>
    <message>
        <source>Reject the draft</source>
        <translation>驳回草稿</translation>
    </message>
    <message>
        <source>Take the topic over</source>
        <translation>接管话题</translation>
    </message>
    <message>
        <source>Next draft</source>
        <translation>下一条草稿</translation>
    </message>
    <message>
        <source>Previous draft</source>
        <translation>上一条草稿</translation>
    </message>
    <message>
        <source>Your role may not decide on this</source>
        <translation>您的角色不能作此判断</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>Approve the same answer in all groups</source>
        <translation>通过所有群的相同回复</translation>
    </message>
    <message>
        <source>Nobody else asks the same</source>
        <translation>没有其他群在问同样的问题</translation>
    </message>
</context>
<context>
    <name>quntai::ReviewQueue</name>
    <message>
        <source>No drafts wait. Answers in groups with review first, and ones the rules hold back, come here before they are sent.</source>
        <translation>没有待审草稿。先审后发的群和被规则拦下的答复会先到这里。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Drafts or folded messages</source>
        <translation>草稿或折叠消息</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Folded messages to check</source>
        <translation>折叠抽查</translation>
    </message>
    <message>
        <source>Drafts %1</source>
        <translation>草稿 %1</translation>
    </message>
    <message>
        <source>Folded messages to check %1</source>
        <translation>折叠抽查 %1</translation>
    </message>
</context>
<context>
    <name>quntai::RuleRows</name>
    <message>
        <source>Move the rule up</source>
        <translation>规则上移</translation>
    </message>
    <message>
        <source>Move the rule down</source>
        <translation>规则下移</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>is exactly</source>
        <translation>完全等于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>正则</translation>
    </message>
    <message>
        <source>Kind of rule %1</source>
        <translation>规则 %1 的类型</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <source>Words or a code</source>
        <translation>关键词或编码</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>命中 %1/%2</translation>
    </message>
    <message>
        <source>Of the questions above, so many fit this rule</source>
        <translation>上方的问法中有这么多条符合这条规则</translation>
    </message>
    <message>
        <source>No rule: similar words alone lead here</source>
        <translation>没有规则：只靠相似问法命中</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Bring back the rule removed</source>
        <translation>恢复刚删除的规则</translation>
    </message>
    <message>
        <source>An entry has at most %1 rules</source>
        <translation>一个条目最多 %1 条规则</translation>
    </message>
</context>
<context>
    <name>quntai::SameCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>等另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Same question in several groups</source>
        <translation>多个群的相同问题</translation>
    </message>
    <message>
        <source>Same question: %1 people in %2 groups</source>
        <translation>相同问题：%2 个群共 %1 人</translation>
    </message>
    <message>
        <source>%1 approved, %2 not: see below why</source>
        <translation>已通过 %1 条，%2 条未通过，原因见下</translation>
    </message>
    <message>
        <source>%1 of %2 approved</source>
        <translation>已通过 %1/%2 条</translation>
    </message>
    <message>
        <source>Decided once; each group gets its own text when its send budget allows</source>
        <translation>一次审核；各群按自己的发送额度收到各自的回复</translation>
    </message>
    <message>
        <source>Approve all %1</source>
        <translation>全部通过（%1）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the draft for %1</source>
        <translation>打开“%1”的草稿</translation>
    </message>
    <message>
        <source>Send the change to all %1</source>
        <translation>改后全部发送（%1）</translation>
    </message>
</context>
<context>
    <name>quntai::SameDecision</name>
    <message numerus="yes">
        <source>%n new message(s): open it first</source>
        <translation>
            <numerusform>有 %n 条新消息，请先打开查看</numerusform>
        </translation>
    </message>
    <message>
        <source>The entry has changed since: open it</source>
        <translation>知识条目已变更，请打开查看</translation>
    </message>
    <message>
        <source>goes at %1</source>
        <translation>%1 发送</translation>
    </message>
    <message>
        <source>goes at once</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>on its way…</source>
        <translation>提交中…</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>dealt with</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Answered %1 people in %2 groups</source>
        <translation>已答复 %2 个群共 %1 人</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Your change does not fit this text: open it</source>
        <translation>改动在这段文字里找不到位置，请单独打开</translation>
    </message>
</context>
<context>
    <name>quntai::ScopeBar</name>
    <message>
        <source>Last 24 h</source>
        <translation>近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Any topic</source>
        <translation>不限话题</translation>
    </message>
    <message>
        <source>Open topics</source>
        <translation>进行中的话题</translation>
    </message>
    <message>
        <source>Ended topics</source>
        <translation>已结束的话题</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Has a picture</source>
        <translation>含图片</translation>
    </message>
    <message>
        <source>Search only: %1</source>
        <translation>仅搜索：%1</translation>
    </message>
    <message>
        <source>Narrow the search: %1</source>
        <translation>缩小搜索范围：%1</translation>
    </message>
</context>
<context>
    <name>quntai::SearchDelegate</name>
    <message>
        <source>in the picture</source>
        <translation>图中文字</translation>
    </message>
    <message>
        <source>spoken</source>
        <translation>语音转文字</translation>
    </message>
</context>
<context>
    <name>quntai::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>quntai::SearchPanel</name>
    <message>
        <source>Search all messages</source>
        <translation>搜索全部消息</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>The search failed: %1</source>
        <translation>搜索失败：%1</translation>
    </message>
    <message>
        <source>Type two characters or more; names of goods and order numbers work too</source>
        <translation>输入两个字以上，商品名和订单号也可以</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>No message on this computer has “%1”</source>
        <translation>本机消息里没有“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>No message on this computer is like that; narrow it less</source>
        <translation>本机没有符合条件的消息，请放宽筛选</translation>
    </message>
</context>
<context>
    <name>quntai::Settings</name>
    <message>
        <source>The settings cannot be read (%1), so everything stands as it does at first.</source>
        <translation>无法读取设置（%1），现在全部使用默认值。</translation>
    </message>
    <message>
        <source>The settings file was damaged, so everything stands as it does at first. What was there is kept as %1.</source>
        <translation>设置文件已损坏，现在全部使用默认值。原文件保留为 %1。</translation>
    </message>
    <message>
        <source>These settings made no sense and stand as they do at first: %1.</source>
        <translation>以下设置无效，已改用默认值：%1。</translation>
    </message>
    <message>
        <source>The settings could not be written: %1</source>
        <translation>无法保存设置：%1</translation>
    </message>
</context>
<context>
    <name>quntai::SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>关闭设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>快捷回复</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>quntai::ShiftDesk</name>
    <message>
        <source>Written to %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>Shift hand-over sheet</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Save the hand-over sheet</source>
        <translation>保存交接单</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>PDF, for the printer (*.pdf)</source>
        <translation>PDF，供打印 (*.pdf)</translation>
    </message>
    <message>
        <source>hand-over %1</source>
        <translation>交接单 %1</translation>
    </message>
    <message>
        <source>The sheet could not be written: %1</source>
        <translation>交接单保存失败：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) are offered to %1. What is not accepted within 20 s waits in the queue.</source>
        <translation>
            <numerusform>已把 %n 个话题交给 %1，20 秒内未接受的回到队列。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::ShiftSheet</name>
    <message>
        <source>you hold it</source>
        <translation>我在接待</translation>
    </message>
    <message>
        <source>waits since %1</source>
        <translation>%1 起在等</translation>
    </message>
    <message>
        <source>Notes since</source>
        <translation>备注起始</translation>
    </message>
    <message>
        <source>Nothing is left open: no topic of yours, no promise, no note of this shift.</source>
        <translation>没有未了事项：没有接待中的话题、没有承诺、本班也没有备注。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交给他</translation>
    </message>
    <message>
        <source>Shift hand-over sheet</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>Since sign-in</source>
        <translation>登录以来</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save or print…</source>
        <translation>保存或打印…</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>交给</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n topic(s)</source>
        <translation>
            <numerusform>%1 · %n 个话题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open promise(s)</source>
        <translation>
            <numerusform>%n 项承诺待兑现</numerusform>
        </translation>
    </message>
    <message>
        <source>notes since %1</source>
        <translation>备注自 %1 起</translation>
    </message>
    <message>
        <source>Hand over: %1</source>
        <translation>交出：%1</translation>
    </message>
    <message>
        <source>Only a topic you hold can be handed over</source>
        <translation>只有自己接待的话题才能交出</translation>
    </message>
    <message>
        <source>Asked: %1</source>
        <translation>问：%1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>承诺：%1</translation>
    </message>
    <message>
        <source>Note, %1 %2: %3</source>
        <translation>备注（%1 %2）：%3</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>No colleague is at work</source>
        <translation>没有同事在线</translation>
    </message>
    <message>
        <source>Hand over %1</source>
        <translation>交给他（%1）</translation>
    </message>
    <message>
        <source>They have 20 s to accept each; otherwise it waits in the queue</source>
        <translation>对方有 20 秒接受，否则回到队列</translation>
    </message>
    <message>
        <source>Tick topics you hold and choose a colleague at work</source>
        <translation>勾选自己接待的话题，并选择在线同事</translation>
    </message>
</context>
<context>
    <name>quntai::SidePage</name>
    <message>
        <source>Back to the editor</source>
        <translation>回到编辑器</translation>
    </message>
</context>
<context>
    <name>quntai::SignInPage</name>
    <message>
        <source>Sign in to Quntai</source>
        <translation>登录群台</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>This is no server address. Write it as wss://name; plain ws:// works on this computer only.</source>
        <translation>服务器地址不对。写成 wss://域名；ws:// 只能连本机。</translation>
    </message>
    <message>
        <source>Your name is missing.</source>
        <translation>没有填账号。</translation>
    </message>
    <message>
        <source>Your password is missing.</source>
        <translation>没有填密码。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Tries again in %1 s</source>
        <translation>%1 秒后自动重试</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>正在重试…</translation>
    </message>
</context>
<context>
    <name>quntai::SimilarModel</name>
    <message>
        <source>From a correction</source>
        <translation>来自纠正</translation>
    </message>
    <message>
        <source>Like %1, %2</source>
        <translation>与 %1 重叠 %2</translation>
    </message>
</context>
<context>
    <name>quntai::SimilarTable</name>
    <message>
        <source>Paste many</source>
        <translation>批量粘贴</translation>
    </message>
    <message>
        <source>Similar questions</source>
        <translation>相似问</translation>
    </message>
    <message>
        <source>Add a similar question, Enter</source>
        <translation>添加相似问，回车确认</translation>
    </message>
    <message>
        <source>New similar question</source>
        <translation>新的相似问</translation>
    </message>
    <message>
        <source>There is no text to paste</source>
        <translation>剪贴板里没有文字</translation>
    </message>
    <message>
        <source>%1 added, %2 were there already</source>
        <translation>加了 %1 条，%2 条已有或超出上限</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>加了 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Similar questions %1</source>
        <translation>相似问 %1</translation>
    </message>
</context>
<context>
    <name>quntai::SnoozePanel</name>
    <message>
        <source>Snooze the topic</source>
        <translation>稍后处理该话题</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>何时再处理</translation>
    </message>
    <message>
        <source>What for? Colleagues see it, also when it is back</source>
        <translation>为什么稍后处理？同事看得到，恢复后也显示</translation>
    </message>
    <message>
        <source>What it is put off for</source>
        <translation>稍后处理的原因</translation>
    </message>
    <message>
        <source>It comes back earlier when a customer writes</source>
        <translation>客户来消息会提前恢复</translation>
    </message>
</context>
<context>
    <name>quntai::SourcePanel</name>
    <message>
        <source>Where the answer came from</source>
        <translation>回答的依据</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>quntai::StaleStrip</name>
    <message>
        <source>As of %1, kept on this computer</source>
        <translation>本机缓存，截至 %1</translation>
    </message>
</context>
<context>
    <name>quntai::StepStrip</name>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>v%1 in use</source>
        <translation>v%1 在用</translation>
    </message>
    <message>
        <source>v%1, not in use</source>
        <translation>v%1，未使用</translation>
    </message>
    <message>
        <source>Stands at: %1</source>
        <translation>当前阶段：%1</translation>
    </message>
</context>
<context>
    <name>quntai::StopDesk</name>
    <message>
        <source>Stop the bot</source>
        <translation>停止机器人</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>Stop the bot everywhere</source>
        <translation>停止所有群的机器人</translation>
    </message>
    <message>
        <source>Let the bot speak again</source>
        <translation>恢复机器人</translation>
    </message>
    <message>
        <source>Your role may not do this</source>
        <translation>您的角色没有这项权限</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>The bot is stopped already</source>
        <translation>机器人已经停止</translation>
    </message>
    <message>
        <source>The bot is not stopped</source>
        <translation>机器人没有停止</translation>
    </message>
    <message>
        <source>Bot running</source>
        <translation>机器人运行中</translation>
    </message>
    <message>
        <source>Bot stopped</source>
        <translation>机器人已停止</translation>
    </message>
    <message>
        <source>The policy file says so.</source>
        <translation>策略文件里设定了停止。</translation>
    </message>
    <message>
        <source>%1 stopped it at %2.</source>
        <translation>由%1于 %2 停止。</translation>
    </message>
    <message>
        <source>The bot is stopped in every group</source>
        <translation>所有群的机器人已停止</translation>
    </message>
    <message>
        <source>Nothing of it is sent; people write as always.</source>
        <translation>机器人的消息一律不发，人工照常回复。</translation>
    </message>
    <message>
        <source>Let it speak again…</source>
        <translation>恢复机器人…</translation>
    </message>
    <message>
        <source>Within five seconds nothing of it leaves, in any group. What waits keeps its place.</source>
        <translation>5 秒内所有群都不再发出机器人消息，待发送的先留着。</translation>
    </message>
    <message numerus="yes">
        <source>It answers again in every group; %n text(s) that wait are sent.</source>
        <translation>
            <numerusform>机器人在所有群恢复回复，%n 条待发送的消息会发出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the bot everywhere?</source>
        <translation>停止所有群的机器人？</translation>
    </message>
    <message>
        <source>Let the bot speak again?</source>
        <translation>恢复机器人？</translation>
    </message>
    <message>
        <source>Let it speak</source>
        <translation>确认恢复</translation>
    </message>
    <message>
        <source>The switch was not turned</source>
        <translation>开关没有切换</translation>
    </message>
</context>
<context>
    <name>quntai::StudioDelegate</name>
    <message>
        <source>Without a category</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message numerus="yes">
        <source>corrected %n time(s)</source>
        <translation>
            <numerusform>被纠正 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::StudioList</name>
    <message>
        <source>New entry</source>
        <translation>新建条目</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>导入和导出</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>按状态筛选</translation>
    </message>
    <message>
        <source>Search question, answer, similar</source>
        <translation>搜索标准问、答案、相似问</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Corrections to look at</source>
        <translation>待看的纠正</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Import CSV or JSONL…</source>
        <translation>导入 CSV 或 JSONL…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>No correction waits. What agents put right at the desk arrives here.</source>
        <translation>没有待看的纠正。客服在工作台纠正的答案会出现在这里。</translation>
    </message>
    <message>
        <source>There is no entry yet. Write the first one, or import a table.</source>
        <translation>还没有条目。新建一条，或者导入表格。</translation>
    </message>
    <message>
        <source>No entry has these words</source>
        <translation>没有符合的条目</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Entries, corrections, gaps or what was learned</source>
        <translation>知识条目、纠正、未解决问题或已学到的说法</translation>
    </message>
    <message>
        <source>Knowledge gaps</source>
        <translation>知识缺口</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>已学到</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>No gap is known. Questions that no entry answers are gathered here.</source>
        <translation>暂无知识缺口。没有知识条目能回答的问题会汇集到这里。</translation>
    </message>
    <message>
        <source>Nothing was learned yet. Approved and rejected answers teach the bot what customers mean.</source>
        <translation>还没有学到新说法。审核通过或驳回回复时，机器人会据此学习客户的意思。</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>纠正</translation>
    </message>
    <message>
        <source>No gap was dismissed</source>
        <translation>没有忽略过的缺口</translation>
    </message>
    <message numerus="yes">
        <source>Show %n dismissed</source>
        <translation>
            <numerusform>查看已忽略的 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the open gaps</source>
        <translation>返回待处理的缺口</translation>
    </message>
</context>
<context>
    <name>quntai::StudioPage</name>
    <message>
        <source>Write the question of the entry first</source>
        <translation>先写这条的标准问</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview · %1 · %2</source>
        <translation>预览 · %1 · %2</translation>
    </message>
    <message>
        <source>The file could not be used: %1</source>
        <translation>文件无法使用：%1</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>文件写不进去：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries written to %1</source>
        <translation>
            <numerusform>已导出 %n 条到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Import entries</source>
        <translation>导入条目</translation>
    </message>
    <message>
        <source>Tables and JSON lines (*.csv *.tsv *.txt *.jsonl *.ndjson)</source>
        <translation>表格和 JSONL (*.csv *.tsv *.txt *.jsonl *.ndjson)</translation>
    </message>
    <message>
        <source>Export entries</source>
        <translation>导出条目</translation>
    </message>
    <message>
        <source>CSV in UTF-8 (*.csv)</source>
        <translation>CSV，UTF-8 (*.csv)</translation>
    </message>
    <message>
        <source>CSV in GB18030, for old spreadsheets (*.csv)</source>
        <translation>CSV，GB18030，给旧版表格软件 (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSONL (*.jsonl)</translation>
    </message>
    <message>
        <source>Choose an entry on the left, or write a new one with Ctrl+N.</source>
        <translation>在左边选一条，或按 Ctrl+N 新建。</translation>
    </message>
    <message>
        <source>Read only: your role does not write knowledge</source>
        <translation>只读：你的角色不能修改知识库</translation>
    </message>
    <message>
        <source>Your role does not test</source>
        <translation>你的角色不能使用测试台</translation>
    </message>
    <message>
        <source>The backend cannot be reached</source>
        <translation>连不上后台</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 wrote this entry meanwhile</source>
        <translation>%1 同时改了这一条</translation>
    </message>
    <message>
        <source>Your text is kept and nothing is overwritten</source>
        <translation>你写的还在，没有任何内容被覆盖</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>The bot uses v%1 by now</source>
        <translation>机器人现在用的是 v%1</translation>
    </message>
    <message>
        <source>This draft was written from v%1</source>
        <translation>这份草稿基于 v%1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>What you write stays on this computer; saving and testing go on when the link is back</source>
        <translation>写的内容先存在本机，连上后再保存和测试</translation>
    </message>
    <message>
        <source>Brought back what was not saved</source>
        <translation>已找回上次没保存的内容</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>In use, v%1</source>
        <translation>在用 v%1</translation>
    </message>
    <message>
        <source>Your role only reads here</source>
        <translation>你的角色在这里只能查看</translation>
    </message>
    <message>
        <source>There is no connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Open an entry first</source>
        <translation>先打开一条知识</translation>
    </message>
    <message>
        <source>Save the entry as a draft</source>
        <translation>把知识存为草稿</translation>
    </message>
    <message>
        <source>Submit or publish the entry</source>
        <translation>提交审核或发布知识</translation>
    </message>
    <message>
        <source>Run the test bench</source>
        <translation>运行测试台</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新建知识</translation>
    </message>
    <message>
        <source>Find an entry</source>
        <translation>查找知识</translation>
    </message>
    <message>
        <source>Save this entry or throw it away, then write the one for the gap</source>
        <translation>请先保存或放弃这条，再为缺口写新条目</translation>
    </message>
</context>
<context>
    <name>quntai::SuggestionBar</name>
    <message>
        <source>Suggestions</source>
        <translation>推荐回复</translation>
    </message>
    <message>
        <source>marked as right</source>
        <translation>已标为正确</translation>
    </message>
    <message>
        <source>marked as partly right</source>
        <translation>已标为部分正确</translation>
    </message>
    <message>
        <source>marked as wrong</source>
        <translation>已标为不对</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>不是这条</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>是否正确</translation>
    </message>
    <message>
        <source>Use it after all: %1</source>
        <translation>还是采用：%1</translation>
    </message>
    <message>
        <source>Not this one: %1</source>
        <translation>不是这条：%1</translation>
    </message>
    <message>
        <source>Right or wrong: %1</source>
        <translation>是否正确：%1</translation>
    </message>
    <message>
        <source>Right for this question</source>
        <translation>适合这个问题</translation>
    </message>
    <message>
        <source>Partly right</source>
        <translation>部分正确</translation>
    </message>
    <message>
        <source>Wrong for this question</source>
        <translation>不适合这个问题</translation>
    </message>
    <message>
        <source>Use it after all</source>
        <translation>还是采用</translation>
    </message>
    <message>
        <source>Say why…</source>
        <translation>说明原因…</translation>
    </message>
</context>
<context>
    <name>quntai::SummaryCard</name>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>已试</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待办</translation>
    </message>
</context>
<context>
    <name>quntai::TalkBox</name>
    <message>
        <source>(recalled)</source>
        <translation>（已撤回）</translation>
    </message>
    <message>
        <source>[picture]</source>
        <translation>[图片]</translation>
    </message>
    <message>
        <source>[file]</source>
        <translation>[文件]</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>群内原话</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>quntai::TestBench</name>
    <message>
        <source>Which version is tried</source>
        <translation>测试哪个版本</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Ask a question as a customer would. Nothing is sent and nothing is recorded.</source>
        <translation>像客户那样问一句。不会发出去，也不会留下记录。</translation>
    </message>
    <message>
        <source>Test bench</source>
        <translation>测试台</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑中</translation>
    </message>
    <message>
        <source>A customer&apos;s question</source>
        <translation>客户会怎么问</translation>
    </message>
    <message>
        <source>Question to try</source>
        <translation>测试的问题</translation>
    </message>
    <message>
        <source>Group whose rules hold</source>
        <translation>按哪个群的规则</translation>
    </message>
    <message>
        <source>v%1 live</source>
        <translation>v%1 生效</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>生效版</translation>
    </message>
    <message>
        <source>Rules of all groups</source>
        <translation>按全局规则</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>理解为</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Threshold %1 · out of scope %2</source>
        <translation>阈值 %1 · 超出范围 %2</translation>
    </message>
    <message>
        <source>No entry has anything of this question</source>
        <translation>没有条目与这个问题沾边</translation>
    </message>
    <message>
        <source>Why this entry</source>
        <translation>为什么是这条</translation>
    </message>
    <message>
        <source>Why not this entry</source>
        <translation>为什么不是这条</translation>
    </message>
    <message>
        <source>What the bot does</source>
        <translation>机器人会</translation>
    </message>
    <message>
        <source>Latest tests</source>
        <translation>最近测试</translation>
    </message>
</context>
<context>
    <name>quntai::TicketsCard</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Tickets %1</source>
        <translation>工单 %1</translation>
    </message>
    <message>
        <source>Open %1 at %2</source>
        <translation>在 %2 打开 %1</translation>
    </message>
</context>
<context>
    <name>quntai::TimelineView</name>
    <message>
        <source>New topic</source>
        <translation>新话题</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Copy the selection</source>
        <translation>复制所选</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy the words in it</source>
        <translation>复制图中文字</translation>
    </message>
    <message>
        <source>Note as a promise…</source>
        <translation>记为承诺…</translation>
    </message>
</context>
<context>
    <name>quntai::Toast</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>先收起</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::TopicCard</name>
    <message>
        <source>Topic %1</source>
        <translation>话题 %1</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>Quiet for</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Emotion</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Take-over left</source>
        <translation>接管剩余</translation>
    </message>
    <message>
        <source>Overdue by</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>First answer in</source>
        <translation>首响剩余</translation>
    </message>
    <message numerus="yes">
        <source>%n people wait</source>
        <translation>
            <numerusform>%n 人等待</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quntai::TopicRows</name>
    <message>
        <source>no answer</source>
        <translation>未答复</translation>
    </message>
</context>
<context>
    <name>quntai::TopicsPanel</name>
    <message>
        <source>Which topics</source>
        <translation>哪些话题</translation>
    </message>
    <message>
        <source>Choose a number to see its topics</source>
        <translation>点击数字查看话题</translation>
    </message>
    <message>
        <source>Topics behind the number</source>
        <translation>数字背后的话题</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>未答复</translation>
    </message>
    <message>
        <source>Settled at once</source>
        <translation>一次解决</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>再次来问</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>转人工</translation>
    </message>
    <message>
        <source>Not escalated</source>
        <translation>未转人工</translation>
    </message>
    <message>
        <source>By the bot alone</source>
        <translation>仅机器人</translation>
    </message>
    <message>
        <source>Not by it alone</source>
        <translation>有人参与</translation>
    </message>
    <message>
        <source>Somebody there</source>
        <translation>有人应答</translation>
    </message>
    <message>
        <source>Nobody there</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未命中</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已纠正</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The topics did not come</source>
        <translation>话题没有取到</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 个话题</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>No topic in this time</source>
        <translation>这段时间没有话题</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
</context>
<context>
    <name>quntai::TransferBars</name>
    <message>
        <source>Transfer reasons</source>
        <translation>转人工原因</translation>
    </message>
    <message>
        <source>No topic was escalated</source>
        <translation>没有话题转人工</translation>
    </message>
</context>
<context>
    <name>quntai::TransferPanel</name>
    <message>
        <source>Transfer to a colleague</source>
        <translation>转接给同事</translation>
    </message>
    <message>
        <source>No colleague is at work now. Put the topic back into the queue, or hand it back to the bot.</source>
        <translation>现在没有在线的同事。可以放回排队，或交还机器人。</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转接</translation>
    </message>
    <message>
        <source>Colleagues at work</source>
        <translation>在线同事</translation>
    </message>
    <message>
        <source>What your colleague must know</source>
        <translation>同事需要知道什么</translation>
    </message>
    <message>
        <source>They have 20 s to accept; otherwise it waits in the queue</source>
        <translation>对方 20 秒内接受，否则回到排队</translation>
    </message>
    <message>
        <source>Choose a colleague and write what they must know</source>
        <translation>选同事并写明情况后可用</translation>
    </message>
    <message>
        <source>Choose who takes the topic over.</source>
        <translation>选一位同事。</translation>
    </message>
    <message>
        <source>Write what your colleague must know.</source>
        <translation>写明同事需要知道的情况。</translation>
    </message>
    <message>
        <source>The note is too long. Shorten it to %1 characters.</source>
        <translation>备注太长，缩短到 %1 字以内。</translation>
    </message>
    <message>
        <source>Assign to a colleague</source>
        <translation>指派给同事</translation>
    </message>
    <message>
        <source>They have 20 s to accept; who holds it now loses it</source>
        <translation>对方有 20 秒接受；现在的持有人会立即失去它</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Asked: %1</source>
        <translation>客户问：%1</translation>
    </message>
    <message>
        <source>Said: %1</source>
        <translation>已答复：%1</translation>
    </message>
    <message>
        <source>Queue: whoever is free</source>
        <translation>队列：任意空闲同事</translation>
    </message>
    <message>
        <source>Queue: whoever knows %1</source>
        <translation>队列：擅长「%1」的同事</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>承诺：%1</translation>
    </message>
</context>
<context>
    <name>quntai::TraySink</name>
    <message>
        <source>Open Quntai</source>
        <translation>打开群台</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>Quntai: %n waiting for you</source>
        <translation>
            <numerusform>群台：%n 个等你处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Quntai</source>
        <translation>群台</translation>
    </message>
</context>
<context>
    <name>quntai::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>quntai::ViewBar</name>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Oldest wait</source>
        <translation>等待最久</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>服务时限</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>愤怒</translation>
    </message>
    <message>
        <source>Upset</source>
        <translation>不满</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Angry (emotion %1 and more)</source>
        <translation>愤怒（情绪 ≥ %1）</translation>
    </message>
    <message>
        <source>Upset (emotion %1 and more)</source>
        <translation>不满（情绪 ≥ %1）</translation>
    </message>
    <message>
        <source>Mine, and what I had</source>
        <translation>我的和我接待过的</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>排序：%1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>已筛选</translation>
    </message>
    <message>
        <source>Filter: everything is shown</source>
        <translation>筛选：显示全部</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>筛选：%1</translation>
    </message>
</context>
<context>
    <name>quntai::ViewChip</name>
    <message>
        <source>View: %1</source>
        <translation>视图：%1</translation>
    </message>
    <message>
        <source>%1 (Delete forgets it)</source>
        <translation>%1（按 Delete 删除）</translation>
    </message>
    <message>
        <source>Forget this view</source>
        <translation>删除此视图</translation>
    </message>
</context>
<context>
    <name>quntai::WallCommands</name>
    <message>
        <source>Taken over from the wall</source>
        <translation>主管从群监控接管</translation>
    </message>
</context>
<context>
    <name>quntai::WallHead</name>
    <message>
        <source>Oldest unanswered</source>
        <translation>最久未答</translation>
    </message>
    <message>
        <source>Highest emotion</source>
        <translation>情绪最高</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>群名</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最近活跃</translation>
    </message>
    <message>
        <source>No sections</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By bot mode</source>
        <translation>按接待模式</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>By account</source>
        <translation>按账号</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>Attention %1</source>
        <translation>需关注 %1</translation>
    </message>
    <message>
        <source>Served by people %1</source>
        <translation>人工接待 %1</translation>
    </message>
    <message>
        <source>Review first %1</source>
        <translation>先审后发 %1</translation>
    </message>
    <message>
        <source>Which groups</source>
        <translation>显示哪些群</translation>
    </message>
    <message>
        <source>Filter groups</source>
        <translation>筛选群</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Alerts and colleagues</source>
        <translation>告警和客服</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>群监控</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 项有变化</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>in order every 5 s · %1</source>
        <translation>每 5 秒排序 · %1</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>排序：%1</translation>
    </message>
    <message>
        <source>Alerts and colleagues · %1</source>
        <translation>告警和客服 · %1</translation>
    </message>
</context>
<context>
    <name>quntai::WallPage</name>
    <message>
        <source>Your role may not do this</source>
        <translation>你的角色没有这个权限</translation>
    </message>
    <message>
        <source>Offline: works again when the connection is back</source>
        <translation>离线中，重连后可用</translation>
    </message>
    <message>
        <source>No topic is open here</source>
        <translation>这里没有进行中的话题</translation>
    </message>
    <message>
        <source>No colleague holds a topic here</source>
        <translation>这里没有同事在接待</translation>
    </message>
    <message>
        <source>Every topic here is held by somebody</source>
        <translation>这里的话题都有人接待</translation>
    </message>
    <message>
        <source>Topic %1: only %2 and supervisors see it, customers never.</source>
        <translation>话题 %1：只有 %2 和主管能看到，客户看不到。</translation>
    </message>
    <message>
        <source>The bot goes on with topic %1.</source>
        <translation>机器人会继续接待话题 %1。</translation>
    </message>
    <message>
        <source>Topic %1 waits for a person; the bot is silent in it.</source>
        <translation>话题 %1 转为等待人工，机器人不再答复它。</translation>
    </message>
    <message>
        <source>Topic %1 ends as resolved.</source>
        <translation>话题 %1 将以已解决结束。</translation>
    </message>
    <message>
        <source>%1 loses it now.</source>
        <translation>%1 会立即失去它。</translation>
    </message>
    <message>
        <source>That was refused</source>
        <translation>操作被拒绝</translation>
    </message>
    <message>
        <source>Topic %1 “%2”</source>
        <translation>话题 %1 “%2”</translation>
    </message>
    <message>
        <source>Bot in this group</source>
        <translation>本群机器人</translation>
    </message>
    <message>
        <source>The policy allows only: %1</source>
        <translation>策略只允许：%1</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>话题</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Whisper…</source>
        <translation>悄悄话…</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>指派…</translation>
    </message>
    <message>
        <source>Give to the bot…</source>
        <translation>交还机器人…</translation>
    </message>
    <message>
        <source>Ask for a person…</source>
        <translation>转人工…</translation>
    </message>
    <message>
        <source>End as resolved…</source>
        <translation>标为已解决…</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>悄悄话</translation>
    </message>
    <message>
        <source>What your colleague should know</source>
        <translation>想提醒同事的话</translation>
    </message>
    <message>
        <source>Step in</source>
        <translation>强制处理</translation>
    </message>
    <message>
        <source>Why; colleagues read it</source>
        <translation>原因，同事能看到</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>A group appears here as soon as an account of the bot is in it and somebody writes.</source>
        <translation>机器人账号进群后，只要有人说话，群就会出现在这里。</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>还没有群</translation>
    </message>
    <message>
        <source>Nothing to act on. What gets urgent appears here.</source>
        <translation>没有需要处理的事。有紧急情况会出现在这里。</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>most severe first</source>
        <translation>按严重程度</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>No group passes this filter.</source>
        <translation>没有符合条件的群。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1 Everything here is as of %2; what changes something works again when the connection is back.</source>
        <translation>%1这里的内容截至 %2，重连后可继续操作。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>again in %1 s</source>
        <translation>%1 秒后重连</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>群监控</translation>
    </message>
    <message>
        <source>Choose a group first</source>
        <translation>先选一个群</translation>
    </message>
    <message>
        <source>Put the groups in order now</source>
        <translation>立即重新排序</translation>
    </message>
    <message>
        <source>Filter groups</source>
        <translation>筛选群</translation>
    </message>
</context>
<context>
    <name>quntai::WallView</name>
    <message>
        <source>Groups</source>
        <translation>群</translation>
    </message>
</context>
<context>
    <name>quntai::WhyLine</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Why? Whoever keeps the entry reads it</source>
        <translation>为什么？维护该知识条目的同事会看到</translation>
    </message>
    <message>
        <source>Why the suggestion is right or wrong</source>
        <translation>推荐回复正确或不对的原因</translation>
    </message>
</context>
<context>
    <name>quntai::YamlEdit</name>
    <message>
        <source>Flow, as YAML</source>
        <translation>流程（YAML）</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
</TS>
