/** Reports without any damage, invented, in both scripts; the damage tests spoil and mend them. */
export interface CleanReport {
  readonly name: string;
  readonly script: 'simplified' | 'traditional';
  readonly text: string;
}

export const CLEAN_REPORTS: readonly CleanReport[] = [
  {
    name: 'a city council with quotations and times',
    script: 'simplified',
    text: `清溪市召开防汛工作会议
2021-06-13 09:20 来源：清溪日报
　　本报讯（记者 沈若兰）6月12日上午，清溪市召开防汛工作会议，分析当前汛情，部署下一步工作。市委书记何书田出席会议并讲话，市长钟子期主持会议。
　　会议强调：要压实责任；要排查隐患；各县（市、区）要落实24小时值守，20:06前报告雨情。“谁来喊？往哪走？住哪里？”何书田说，“每个村都要有一本明白账！”
　　一、提高认识
　　会议指出，“十四五”以来，全市投入1,200万元（其中市级三成），比例为3:2，完成堤防加固38.5公里……
　　二、抓好落实
　　会议要求，要把《防汛条例》学懂、弄通、做实——不留死角。群众可拨打0599-5550123或(0599)5550124反映问题，也可写信到fangxun@qingxi.example。
　　副市长陶若谷、马清和，市政府秘书长邵文柏参加会议。
编辑：何一鸣
`,
  },
  {
    name: 'Latin words, addresses and glosses',
    script: 'simplified',
    text: `青禾县举办数字乡村论坛
发布时间：2022-05-18
来源：青禾融媒
　　5月17日，青禾县举办数字乡村论坛，郑犇(bēn)教授作主旨发言，介绍了AI、5G和IoT在农业中的应用。
　　郑犇(bēn)说：“智慧农业不是‘花架子’，要让农民看得见、用得上！”他引用了Smith, Jones & Co.的报告（2021年版），认为主动(active)模式优于被动(passive)模式，防抱死系统(abs)也是如此。
　　论坛网址为https://forum.qinghe.example/a,b?c=d:e，录像见www.qinghe.example/v(1)。
　　与会专家问：“数据从哪里来？由谁管？”大家认为，这正是关键所在；答案是：政府引导、企业主体、农民受益。
`,
  },
  {
    name: 'a walk through villages, without indents',
    script: 'simplified',
    text: `钟子期到石桥镇调研秋粮收购工作
2021年9月3日 10:05 清溪日报
9月2日，市长钟子期到石桥镇、柳树镇调研秋粮收购工作，看望一线职工。
在石桥粮库，钟子期详细询问：“今年收了多少？价格怎么样？”粮库主任石以宁汇报：已收购3.2万吨，均价2.6元/公斤，比去年高0.1元。
“好啊！”钟子期说，“农民的辛苦钱，一分都不能少。”
他强调，要做到三个到位：一是资金到位；二是仓容到位；三是服务到位（含上门收购）。
`,
  },
  {
    name: 'a Traditional council report',
    script: 'traditional',
    text: `松嶺市召開冬季供暖工作會議
2021-11-03 09:30 來源：松嶺日報
　　11月2日上午，松嶺市召開冬季供暖工作會議，總結上一個供暖季的工作，部署今冬明春的任務。市委書記林遠山出席會議並講話，市長賀知秋主持會議。
　　林遠山強調，供暖是每家每戶的事。「要堅持人民至上、生命至上！」他說，要把熱源、管網、換熱站逐一查到底；對老舊小區要一戶一策，決不能讓一戶群眾受凍。
　　賀知秋指出：各區縣要在11月8日前完成試壓（含注水），城建、民政、電力等部門要24小時值守，服務熱線為0599-5550123。誰來管？怎麼管？都要明確。
　　會議通報了三起服務不到位的事例，要求舉一反三、立行立改，並於12月前「回頭看」。
　　副市長陶若谷、馬清和參加會議。
編輯：何一鳴
`,
  },
  {
    name: 'a Traditional visit with Latin words and a gloss',
    script: 'traditional',
    text: `雲和縣舉辦智慧農業論壇
發佈時間：2022-05-18
來源：雲和融媒
　　5月17日，雲和縣舉辦智慧農業論壇。鄭犇(bēn)教授介紹了AI、5G和IoT的應用，認為主動(active)模式優於被動(passive)模式，防抱死系統(abs)也是如此。
　　縣長溫思源說：「數據從哪裡來？由誰管？這是關鍵！」他要求，各單位要在20:06前把名單報到nong@yunhe.example，詳見https://forum.yunhe.example/a,b?c=d:e。
　　論壇還討論了三個問題：一是資金；二是人才；三是標準（草案）。
`,
  },
  {
    name: 'a Traditional report of the coast',
    script: 'traditional',
    text: `海雁市召開港口發展會議
2023年4月17日 海雁商報
4月16日，海雁市政府召開港口發展會議。市長聶雲舟主持會議，副市長、港務局局長卓以寧匯報了新碼頭的進展。
會議認為，港口是全市經濟的命脈，要加快第三期碼頭的建設：年底前完成航道疏浚，爭取明年上半年（6月底前）投入使用。
聶雲舟說：「港口要發展，漁民的生計也要顧及！」有關部門要在兩個月內提出安置方案，公開徵求意見；對合理的訴求，要逐一辦結。
會議結束時，聶雲舟問：「還有沒有困難？」在場的人都說：「沒有！」
`,
  },
];
