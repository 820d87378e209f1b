import type { CommandName } from '../arguments.js';

const COMMON = `  --lang en|zh-cn          消息语言（默认取自 LC_ALL、LC_MESSAGES、LANG）
  -h, --help               显示本页`;

const PATHS = `路径可以是文件（不论叫什么名字都视为报道）或文件夹：其中哪些文件是报道由最近的 report-corpus.json
决定（没有时为 *.txt、*.report、*.report.txt）。`;

const PAGES: Readonly<Record<CommandName, string>> = {
  init: `用法：report-corpus init [文件夹]

把文件夹（默认为当前文件夹）设为语料库：写入内容为默认设置的 report-corpus.json；已有的绝不覆盖。

${COMMON}

退出码：0；未能写入时为 2。`,
  check: `用法：report-corpus check [选项] 路径…

检查报道的问题，不改动文件。
${PATHS}

  --format text|json       （默认 text）
  --show 级别              error、warning、information 或 hint：从哪一级起列出（默认 information；用 --fail-on hint 或
                           --format json 时为 hint），不影响退出码
  --fail-on 级别           从哪一级起退出码为 1（默认 warning）
${COMMON}

退出码：0 没有达到 --fail-on 的问题；1 有问题；2 有文件无法读取、文件夹中没有报道，或用法错误。`,
  parse: `用法：report-corpus parse [选项] 文件…

按给出的顺序，以 JSON 数组输出每篇报道的结构。

  --format json            目前唯一的格式
${COMMON}

退出码：0；有文件无法读取时为 2。`,
  convert: `用法：report-corpus convert --to 字形 | --config 配置 [选项] 路径…
      report-corpus convert --to 字形 | --config 配置 --stdin

转换报道的字形：只换字，不改措辞。人名按人名转换，已是目标字形的行不动；转为简体时先删除确定的拼音注音。
直接改写文件，每个文件一次换成：无论何时中断，每个文件不是旧的就是新的。
${PATHS}

  --to 字形                simplified（简体）；traditional（繁体，OpenCC 自己的标准：爲 衆 羣 裏）；
                           tw（台湾字形：為 眾 群 裡）；hk（香港字形：為 眾 羣 裏）
  --config 配置            改用 OpenCC 的名称：s2t t2s s2tw tw2s s2hk hk2s t2tw t2hk；s2twp tw2sp s2hkp hk2sp
                           还改写用词；tw2t hk2t t2jp jp2t 只能与 --plain 同用
  --plain                  照 OpenCC 直接转换：不看拼音注音、人名和每行的字形
  --stdin                  把标准输入转换到标准输出
  --dry-run                只说明会改什么，不写入
  --format text|json       json 还列出需要查看之处：人名、有歧义的字、未能转换的字
${COMMON}

退出码：0；有文件无法读取或写入时为 2。`,
  fix: `用法：report-corpus fix [选项] 路径…

清除机器残留，恢复被折成半角的标点。直接改写文件。拼音注音是镜像网站的标志：删除之后，末行提示核实日期、
来源和标题。
${PATHS}

  --rule 规则              只用这条规则，包括需要复核的修复；可重复
  --include review         也做会删改文字的修复，请复核结果。项目文件设有 "script" 时，
                           字形不同的报道会整篇转换（规则 unexpected-script）
  --dry-run                只说明会改什么，不写入
${COMMON}

退出码：0；有文件无法读取或写入时为 2。`,
  recode: `用法：report-corpus recode --to utf-8 [选项] 路径…

把 GB18030（GBK）、Big5 或 UTF-16 的报道改写为 UTF-8。直接改写文件，保留换行符，去掉字节顺序标记。
已是 UTF-8 的文件不动（字节顺序标记也保留）；编码不能确认、或按原编码写回得不到完全相同字节的文件也不动。
${PATHS}

  --to utf-8               目前唯一的目标
  --from 编码              gb18030、gbk、big5、big5-hkscs、utf-16le 或 utf-16be（默认逐个文件辨认）
  --dry-run                只说明会改什么，不写入
${COMMON}

退出码：0；有文件无法读取、辨认、改写或写入时为 2。`,
  verify: `用法：report-corpus verify [选项] 原文 改后
      report-corpus verify [选项] --base 版本 [路径…]

核实文字只有 report-corpus 可做的改动：删除它在原文中认出的拼音注音、网页杂项和重复内容，恢复全角标点和缩进，
转换字形，统一换行符，插入日期行或来源行。行首、行尾和行间的空白可以改动，行内已有的空隙可宽可窄；
在行内添加或去掉空隙、合并或拆分行，都算其他改动。如有其他改动，指出第一处和前后文字。
改正人名、改用固定提法、删去作者自己加的拼音注音，都算改动措辞。
原文和改后是两个文件或两个文件夹；文件夹按其中报道的路径比较。

  --base 版本              把工作区与 git 的版本（HEAD、分支、标签）比较；可用路径限定范围
  --format text|json       （默认 text）
${COMMON}

退出码：0 只有上述改动；1 有其他改动或有报道不见了；2 有文件无法读取、git 没有给出结果或用法错误。
新增的报道只列出，不计入。`,
  officials: `用法：report-corpus officials [选项] 路径…

列出哪篇报道以什么职务提到谁，简繁合为一名。只列报道所述：同一姓名可能是不同的人。
“市领导”之类的统称不是职务，另列为 group。
${PATHS}

  --format table|json|csv  输出格式（默认 table）；csv 和 json 另有各职务的地方及其上级、报道的日期（day；date 可能
                           还有时刻）和来源
  --bom                    csv 以字节顺序标记开头，供 Excel 等电子表格使用
${COMMON}

退出码：0；有文件无法读取时为 2。`,
  phrases: `用法：report-corpus phrases [选项] 路径…

列出词库中的固定提法见于哪些报道，简繁合为一条。
${PATHS}

  --format table|json|csv  输出格式（默认 table）
  --bom                    csv 以字节顺序标记开头，供 Excel 等电子表格使用
${COMMON}

退出码：0；有文件无法读取时为 2。`,
  explain: `用法：report-corpus explain 规则

显示规则的说明：缘由与正反例子。

${COMMON}`,
  rules: `用法：report-corpus rules

列出全部规则：名称、级别、修复方式、检查内容。

${COMMON}`,
  help: `用法：report-corpus help [命令]

显示命令的帮助。

${COMMON}`,
};

const OVERVIEW = `用法：report-corpus 命令 [选项] 路径…

  init [文件夹]            把文件夹设为语料库：写入 report-corpus.json
  check 路径…              检查报道的问题
  parse 文件…              以 JSON 输出报道的结构
  convert --to 字形 路径…  转换为简体或繁体
  fix 路径…                清除机器残留，恢复全角标点
  recode --to utf-8 路径…  把 GB18030、Big5、UTF-16 文件改写为 UTF-8
  verify 原文 改后         核实清理没有改动措辞；--base 版本 与 git 比较
  officials 路径…          列出哪篇报道以什么职务提到谁
  phrases 路径…            列出固定提法见于哪些报道
  explain 规则             解释一条规则
  rules                    列出全部规则
  help 命令                显示命令的用法

${COMMON}
  -V, --version            显示版本

退出码：0 一切正常；1 有问题；2 有文件无法读取、文件夹中没有报道，或用法错误。`;

/** The help page of a command, or the overview. */
export function chineseHelp(command: CommandName | undefined): string {
  return command === undefined ? OVERVIEW : PAGES[command];
}
