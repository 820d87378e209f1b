/** What a label in a metadata line announces. `other` labels (views, font size) and `aside` ones end the value before them. */
export type FieldKind = 'date' | 'source' | 'publisher' | 'author' | 'editor' | 'other' | 'aside';

interface LabelList {
  readonly kind: FieldKind;
  /** Words parted by `|`. */
  readonly words: string;
}

/** Labels that are known wherever they stand in front of a colon or bar, also glued to the value before them. */
export const GLUED_LABELS: readonly LabelList[] = [
  {
    kind: 'date',
    words:
      '发布时间|发布日期|发稿时间|发稿日期|发表时间|发表日期|文章日期|发文日期|发文时间|成文日期|生成日期|更新时间|更新日期|录入时间|录入日期|上传时间|上传日期|添加时间|添加日期|上版日期|上稿日期|上稿时间|上线时间|上线日期|上架日期|上网日期|上网时间|刊登时间|刊登日期|刊载日期|刊出日期|刊发时间|刊发日期|登载日期|登载时间|见报日期|见报时间|出版日期|出版时间|张贴日期|张贴时间|张贴日|贴文时间|公告日期|公告时间|公布日期|公布时间|公开日期|公开时间|印发日期|签发日期|新闻日期|新闻时间|稿件日期|报道日期|报道时间|撰稿日期|撰写日期|播出时间|播出日期|推送时间|推送日期|转载时间|转发时间|编发时间|编辑时间|创建时间|建立日期|首发时间|信息时间|信息日期|发报时间|发布日|发稿日|日期|时间',
  },
  {
    kind: 'source',
    words:
      '信息来源|文章来源|信源|消息源|发表媒体|刊发媒体|刊登媒体|首发媒体|报道媒体|来源平台|来源渠道|发布平台|首发平台|报纸名称|刊物名称|稿件来源|新闻来源|消息来源|资料来源|内容来源|讯息来源|资讯来源|文稿来源|原文来源|本文来源|图文来源|文字来源|文图来源|来稿来源|转载来源|发布来源|媒体来源|素材来源|供稿来源|来源单位|来源媒体|来源网站|来源部门|来源机构|来源报刊|文章出处|原文出处|信息出处|资料出处|新闻出处|稿源|转载自|转发自|转自公众号|来源公众号|转自|摘自|选自|摘编自|综合自|原载于|原载|来源|出处',
  },
  {
    kind: 'publisher',
    words:
      '发布机构|发布机关|发布单位|发布部门|发布科室|发布媒体|发文机关|发文单位|公布单位|公告单位|公开单位|公开部门|刊登单位|张贴单位|上稿单位|发稿单位|提供单位|提供机关|资料提供单位|资料提供|新闻提供|新闻单位|信息提供|投稿单位|撰稿单位|来稿单位|报送单位|主办单位|主办|承办|主管|供稿单位|供稿媒体|出品单位|出品方|供稿',
  },
  {
    kind: 'editor',
    words:
      '责任编辑|本条编辑|本期编辑|本版编辑|值班编辑|网络编辑|新媒体编辑|实习编辑|栏目编辑|执行编辑|首席编辑|发稿编辑|文字编辑|编辑|责编|编审|审核|终审|初审|复审|一审|二审|三审|校对|责任校对|监制|审校|审签|值班主任|值班编委|值班总编|总值班',
  },
  {
    kind: 'author',
    words:
      '文字记者|本报记者|本网记者|本台记者|全媒体记者|融媒体记者|融媒记者|摄影记者|首席记者|见习记者|实习记者|特约记者|记者|作者|撰稿|撰文|通讯员|摄影|摄像|文/图|图/文|文图|图文|供图',
  },
  {
    kind: 'other',
    words:
      '图片来源|照片来源|视频来源|字号|字体|浏览次数|浏览量|浏览|点击量|点击数|点击率|点击|阅读量|阅读次数|阅读数|阅读|访问量|人气|打印|分享到|分享|关闭|评论数|评论|收藏|体裁分类|主题分类|索引号|信息索引|索取号|文号|发文字号|文件编号|文件字号|主题词|公开方式|公开范围|公开类别|公开属性|公开形式|公开时限|公开期限|信息分类|信息类别|组配分类|内容分类|有效性|时效性|文种|公文种类|服务对象|内容概述|名称|管理维护|技术支持|文字|语音播报',
  },
  // Times that say when something else happened, and credits that are no source of the text.
  {
    kind: 'aside',
    words:
      '会议时间|会议日期|活动时间|活动日期|召开时间|召开日期|开会时间|举办时间|举办日期|举行时间|拍摄时间|拍摄日期|摄影时间|截止时间|截止日期|报名时间|施行日期|实施日期|生效日期|办理时间|受理时间|办公时间|工作时间|服务时间|开放时间|营业时间|采访时间|调研时间|检查时间|培训时间|录制时间|制作时间|当前时间|当前日期|现在时间|系统时间|北京时间|今日日期|阅读时间|阅读时长|预计阅读时间|抓取时间|采集时间|下载时间|打印时间|访问时间|评论时间|回复时间|留言时间|登录时间|注册时间|查询日期|查询时间|最后更新时间|最后更新日期|最后更新|最近更新|最后修改|修改时间|修改日期|资料更新日期|资料更新时间|资料更新|网站更新日期|网站更新|网页更新日期|网页更新|本页更新|页面更新|更新频率|出生日期|成立时间|印刷日期|数据来源|资金来源|题图来源|封面来源|配图来源|插图来源|题图|图源|影片来源|音频来源|相片来源|背景来源|图来源',
  },
];

/**
 * Labels that are so only where a field can begin: at the start of the line, behind white space, a bar, a bracket or
 * a figure. Inside a phrase the same characters are ordinary words.
 */
export const APART_LABELS: readonly LabelList[] = [
  {
    kind: 'source',
    words:
      '来自|原发|首发|原刊|刊于|刊载于|转载于|转载|首发于|载于|据|媒体|媒体名称|报纸|报刊|报社|报别|刊物|讯源|新闻源',
  },
  {
    kind: 'publisher',
    words:
      '发布者|发布人|发布方|张贴者|张贴人|上传者|单位|机构|部门|来稿|文稿提供|稿件提供|出品|编发|刊发|报送|推送',
  },
  {
    kind: 'author',
    words: '采写|采访|采编|编采|撰|撰写|文字作者|文字整理|特约通讯员|报道员',
  },
  {
    kind: 'editor',
    words:
      '主编|副主编|总编辑|执行主编|编校|校审|核稿|审稿|审定|签发|复核|审阅|终校|责校|一校|二校|三校|编排|排版|美编',
  },
  {
    kind: 'aside',
    words:
      '栏目|频道|类别|新闻类别|所属类别|分类|版面|版次|版名|版别|标签|关键词|关键字|点赞|字数|次数|点阅|点阅数|点阅率|点阅次数|浏览人数|浏览数|观看次数|播放量|阅读人数|点击次数|热度|地点|会议地点|活动地点|联络人|联系人|新闻联络人|新闻联系人|录入|录入员|录入人|上传|整理|策划|统筹|制图|剪辑',
  },
];

/** Words that announce a date only when the date follows at once: `出版：2021-06-13`, but `清溪发布：…` is none. */
export const DATE_VERBS =
  '发布|更新|出版|刊登|刊载|刊出|发表|发稿|张贴|公告|公布|上稿|上版|上线|首发|登出|播出|见报|推送|编发|上传|添加|建立|转载|原载';

/** What may stand in front of 记者 and 通讯员 in a label that needs no colon. */
const REPORTERS = '客户端 新客户端 全媒体 融媒 融媒体 本报 本网 本台 首席 见习 实习 特约 文字 摄影'.split(
  ' ',
);

/** What ends a value just as a label does, without a colon. */
export const BARE_LABELS: readonly LabelList[] = [
  { kind: 'date', words: '发表于|发布于|刊发于|刊登于|张贴于|更新于|上传于|编辑于' },
  { kind: 'source', words: '来源于' },
  {
    kind: 'author',
    words: ['', ...REPORTERS].map((of) => `${of}记者|${of}通讯员`).join('|') + '|实习生',
  },
  { kind: 'other', words: '字号|字体|浏览次数|分享到' },
];

/** Words behind 记者 and 通讯员 that make other words of them, 记者站, or a predicate of theirs; no name begins so. */
export const NO_REPORTERS =
  '站|节|会|招待会|的|们|走|眼|手记|调查|观察|见闻|日记|在|来到|了解|获悉|采访|看|跑|蹲点|探访|体验|直击';

/** Labels that also stand alone in brackets in front of their value: `[来源]清溪日报`. */
export const BOXED =
  '发布时间|发布日期|发表时间|发表日期|更新时间|文章来源|信息来源|稿件来源|新闻来源|资料来源|来源|稿源|出处|日期|时间|作者|编辑|责编|责任编辑';

/**
 * Labels of a source that a space may part from the name, where a name with a usual ending follows; two characters more
 * may stand in front of 来源.
 */
export const SPACED_SOURCES = '来源|稿源|转自|转载自|摘自|出处';

/** Words that tell a byline in brackets from other brackets. */
export const BYLINE_WORDS: readonly string[] = ['记者', '通讯员', '实习生', '作者', '文/图', '摄影'];
