import type { Organ } from './types.js';

/** A body in a title, without its place: its English stands with `{}` for the word of its level (municipal). */
export interface OrganWord {
  readonly word: string;
  readonly traditional: string;
  readonly en: string;
  readonly organ: Organ;
  readonly level?: 'central' | 'province' | 'prefecture' | 'county' | 'township';
}

/*
 * Word, Traditional form (`=` where it is the same), English, kind of body, level where the word fixes it.
 * Bodies are those of the local organic law, the Party constitution and the laws on supervision, courts and
 * procuratorates; the English is that of the glossaries named in server/data/SOURCES.md.
 */
const TABLE = `
委|=|{} Party committee|party
党委|黨委|{} Party committee|party
党工委|黨工委|{} Party working committee|party
工委|=|{} working committee|party
党组|黨組|leading Party members' group|party
党支部|黨支部|Party branch|party
党总支|黨總支|general Party branch|party
委办公厅|委辦公廳|general office of the {} Party committee|office
委办公室|委辦公室|office of the {} Party committee|office
委办|委辦|office of the {} Party committee|office
委组织部|委組織部|organization department of the {} Party committee|party
委宣传部|委宣傳部|publicity department of the {} Party committee|party
委统战部|委統戰部|united front work department of the {} Party committee|party
委政法委|委政法委|political and legal affairs commission of the {} Party committee|party
组织部|組織部|organization department|party
宣传部|宣傳部|publicity department|party
统战部|統戰部|united front work department|party
社会工作部|社會工作部|society work department|party
政法委|=|political and legal affairs commission|party
政法委员会|政法委員會|political and legal affairs commission|party
党校|黨校|Party school|party
政策研究室|=|policy research office|party
网信办|網信辦|cyberspace affairs office|party
编办|編辦|office of the commission for public sector reform|party
台办|臺辦|Taiwan affairs office|party
老干部局|老幹部局|veteran cadres bureau|party
机关工委|機關工委|working committee for departments under the {} Party committee|party
政府|=|{} government|government
人民政府|=|{} people's government|government
行政公署|=|{} administrative office|government
行署|=|{} administrative office|government
政府党组|政府黨組|leading Party members' group of the {} government|government
政府办公厅|政府辦公廳|general office of the {} government|office
政府办公室|政府辦公室|office of the {} government|office
政府办|政府辦|office of the {} government|office
公安部|=|Ministry of Public Security|government|central
外交部|=|Ministry of Foreign Affairs|government|central
财政部|財政部|Ministry of Finance|government|central
教育部|=|Ministry of Education|government|central
国防部|國防部|Ministry of National Defence|government|central
国家发展改革委|國家發展改革委|National Development and Reform Commission|government|central
国家卫生健康委|國家衛生健康委|National Health Commission|government|central
国务院|國務院|State Council|government|central
公安厅|公安廳|public security department|government|province
公安局|=|public security bureau|government
公安分局|=|public security sub-bureau|government
公安机关|公安機關|public security organs|government
司法局|=|justice bureau|government
司法厅|司法廳|justice department|government|province
财政局|財政局|finance bureau|government
财政厅|財政廳|finance department|government|province
教育局|=|education bureau|government
教育厅|教育廳|education department|government|province
民政局|=|civil affairs bureau|government
民政厅|民政廳|civil affairs department|government|province
审计局|審計局|audit bureau|government
统计局|統計局|statistics bureau|government
水利局|=|water resources bureau|government
水务局|水務局|water affairs bureau|government
水利厅|水利廳|water resources department|government|province
农业农村局|農業農村局|agriculture and rural affairs bureau|government
农业局|農業局|agriculture bureau|government
林业局|林業局|forestry bureau|government
气象局|氣象局|meteorological bureau|government
应急管理局|應急管理局|emergency management bureau|government
应急局|應急局|emergency management bureau|government
应急管理厅|應急管理廳|emergency management department|government|province
生态环境局|生態環境局|ecology and environment bureau|government
环保局|環保局|environmental protection bureau|government
自然资源局|自然資源局|natural resources bureau|government
国土资源局|國土資源局|land and resources bureau|government
住建局|=|housing and urban-rural development bureau|government
住房和城乡建设局|住房和城鄉建設局|housing and urban-rural development bureau|government
规划局|規劃局|planning bureau|government
城管局|=|urban management bureau|government
交通运输局|交通運輸局|transport bureau|government
交通局|=|transport bureau|government
市场监管局|市場監管局|market regulation bureau|government
市场监督管理局|市場監督管理局|market regulation bureau|government
商务局|商務局|commerce bureau|government
文化和旅游局|文化和旅遊局|culture and tourism bureau|government
文广旅局|文廣旅局|culture, broadcasting and tourism bureau|government
卫生健康委|衛生健康委|health commission|government
卫健委|衛健委|health commission|government
卫生局|衛生局|health bureau|government
发展改革委|發展改革委|development and reform commission|government
发展和改革委员会|發展和改革委員會|development and reform commission|government
发改委|發改委|development and reform commission|government
经济和信息化局|經濟和信息化局|economy and information technology bureau|government
工信局|=|industry and information technology bureau|government
科技局|=|science and technology bureau|government
人力资源和社会保障局|人力資源和社會保障局|human resources and social security bureau|government
人社局|=|human resources and social security bureau|government
医疗保障局|醫療保障局|healthcare security bureau|government
医保局|醫保局|healthcare security bureau|government
退役军人事务局|退役軍人事務局|veterans affairs bureau|government
信访局|信訪局|public complaints bureau|government
国资委|國資委|state-owned assets supervision and administration commission|government
税务局|稅務局|tax service|government
扶贫办|扶貧辦|poverty alleviation office|government
乡村振兴局|鄉村振興局|rural revitalization bureau|government
疾控中心|=|centre for disease control and prevention|government
消防救援支队|消防救援支隊|fire and rescue detachment|government
消防救援大队|消防救援大隊|fire and rescue brigade|government
交警支队|交警支隊|traffic police detachment|government
交警大队|交警大隊|traffic police brigade|government
派出所|=|police station|government|township
街道办事处|街道辦事處|subdistrict office|government|township
街道办|街道辦|subdistrict office|government|township
居委会|居委會|residents' committee|government|township
村委会|村委會|villagers' committee|government|township
管委会|管委會|administrative committee|government
管理委员会|管理委員會|administrative committee|government
人大|=|{} people's congress|congress
人大常委会|人大常委會|standing committee of the {} people's congress|congress
人民代表大会常务委员会|人民代表大會常務委員會|standing committee of the {} people's congress|congress
全国人大常委会|全國人大常委會|Standing Committee of the National People's Congress|congress|central
全国人大|全國人大|National People's Congress|congress|central
人大常委会党组|人大常委會黨組|leading Party members' group of the standing committee of the {} people's congress|congress
政协|政協|{} CPPCC committee|cppcc
政协党组|政協黨組|leading Party members' group of the {} CPPCC committee|cppcc
全国政协|全國政協|National Committee of the CPPCC|cppcc|central
纪委|紀委|{} commission for discipline inspection|discipline
中央纪委|中央紀委|Central Commission for Discipline Inspection|discipline|central
纪律检查委员会|紀律檢查委員會|{} commission for discipline inspection|discipline
纪工委|紀工委|{} discipline inspection working committee|discipline
纪检监察组|紀檢監察組|discipline inspection and supervision group|discipline
监委|監委|{} supervisory commission|discipline
监察委员会|監察委員會|{} supervisory commission|discipline
国家监委|國家監委|National Commission of Supervision|discipline|central
监察局|監察局|supervision bureau|discipline
巡察办|巡察辦|inspection office|discipline
法院|=|{} people's court|court
人民法院|=|{} people's court|court
中级人民法院|中級人民法院|{} intermediate people's court|court|prefecture
中级法院|中級法院|{} intermediate people's court|court|prefecture
中院|=|{} intermediate people's court|court|prefecture
高级人民法院|高級人民法院|{} high people's court|court|province
最高人民法院|=|Supreme People's Court|court|central
检察院|檢察院|{} people's procuratorate|procuratorate
人民检察院|人民檢察院|{} people's procuratorate|procuratorate
最高人民检察院|最高人民檢察院|Supreme People's Procuratorate|procuratorate|central
军分区|軍分區|military subdistrict|military|prefecture
警备区|警備區|garrison command|military
省军区|省軍區|provincial military district|military|province
人武部|=|people's armed forces department|military|county
人民武装部|人民武裝部|people's armed forces department|military|county
武警支队|武警支隊|armed police detachment|military|prefecture
中央军委|中央軍委|Central Military Commission|military|central
领导小组|領導小組|leading group|group
领导小组办公室|領導小組辦公室|office of the leading group|group
工作领导小组|工作領導小組|leading group|group
指挥部|指揮部|headquarters|group
指挥部办公室|指揮部辦公室|office of the headquarters|group
防汛抗旱指挥部|防汛抗旱指揮部|flood control and drought relief headquarters|group
安委会|安委會|work safety committee|group
安全生产委员会|安全生產委員會|work safety committee|group
委员会|委員會|committee|group
办公厅|辦公廳|general office|office
办公室|辦公室|office|office
总工会|總工會|federation of trade unions|mass
工会|工會|trade union|mass
妇联|婦聯|women's federation|mass
团委|團委|Communist Youth League committee|mass
工商联|工商聯|federation of industry and commerce|mass
残联|殘聯|disabled persons' federation|mass
科协|科協|association for science and technology|mass
文联|文聯|federation of literary and art circles|mass
红十字会|紅十字會|Red Cross society|mass
供销社|供銷社|supply and marketing cooperative|mass
民革|=|Revolutionary Committee of the Chinese Kuomintang|mass
民盟|=|China Democratic League|mass
行政院|=|Executive Yuan|taiwan|central
立法院|=|Legislative Yuan|taiwan|central
司法院|=|Judicial Yuan|taiwan|central
考试院|考試院|Examination Yuan|taiwan|central
监察院|監察院|Control Yuan|taiwan|central
内政部|內政部|Ministry of the Interior|taiwan|central
经济部|經濟部|Ministry of Economic Affairs|taiwan|central
卫福部|衛福部|Ministry of Health and Welfare|taiwan|central
卫生福利部|衛生福利部|Ministry of Health and Welfare|taiwan|central
陆委会|陸委會|Mainland Affairs Council|taiwan|central
国发会|國發會|National Development Council|taiwan|central
疾管署|=|Centers for Disease Control|taiwan|central
县政府|縣政府|county government|government|county
区公所|區公所|district office|taiwan|township
乡公所|鄉公所|township office|taiwan|township
镇公所|鎮公所|town office|taiwan|township
议会|議會|{} council|taiwan
政务司|政務司|office of the Chief Secretary for Administration|hongkong|province
财政司|財政司|office of the Financial Secretary|hongkong|province
律政司|=|Department of Justice|hongkong|province
保安局|=|Security Bureau|hongkong|province
发展局|發展局|Development Bureau|hongkong|province
劳工及福利局|勞工及福利局|Labour and Welfare Bureau|hongkong|province
医务卫生局|醫務衞生局|Health Bureau|hongkong|province
食物及卫生局|食物及衞生局|Food and Health Bureau|hongkong|province
民政事务局|民政事務局|Home Affairs Bureau|hongkong|province
警务处|警務處|Police Force|hongkong|province
立法会|立法會|Legislative Council|hongkong|province
行政会议|行政會議|Executive Council|hongkong|province
行政法务司|行政法務司|secretariat for administration and justice|macau|province
经济财政司|經濟財政司|secretariat for economy and finance|macau|province
社会文化司|社會文化司|secretariat for social affairs and culture|macau|province
运输工务司|運輸工務司|secretariat for transport and public works|macau|province
`;

const words: readonly OrganWord[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [word = '', traditional = '', en = '', organ = '', level] = line.split('|');
    return {
      word,
      traditional: traditional === '=' ? word : traditional,
      en,
      organ: organ as Organ,
      ...(level === undefined ? {} : { level: level as NonNullable<OrganWord['level']> }),
    };
  });

const byWord = new Map(words.map((entry) => [entry.word, entry]));

/** Endings that tell what kind of body an unlisted one is (大数据发展管理局), the longest first. */
const ENDINGS: readonly (readonly [ending: string, organ: Organ])[] = [
  ['领导小组', 'group'],
  ['指挥部', 'group'],
  ['专班', 'group'],
  ['委员会', 'group'],
  ['协会', 'mass'],
  ['商会', 'mass'],
  ['公司', 'enterprise'],
  ['集团', 'enterprise'],
  ['银行', 'enterprise'],
  ['大学', 'enterprise'],
  ['学院', 'enterprise'],
  ['医院', 'enterprise'],
  ['中心', 'government'],
  ['局', 'government'],
  ['厅', 'government'],
  ['处', 'government'],
  ['科', 'government'],
  ['所', 'government'],
  ['署', 'government'],
  ['司', 'government'],
  ['办', 'office'],
  ['室', 'office'],
  ['部', 'party'],
];

/** A listed body by its exact words (Simplified, without its place). */
export function organWord(written: string): OrganWord | undefined {
  return byWord.get(written);
}

/** The longest listed body that the words end with (关工委 has 工委), for bodies that are not listed themselves. */
export function organEnding(written: string): OrganWord | undefined {
  for (let start = 1; start < written.length - 1; start++) {
    const entry = byWord.get(written.slice(start));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** What kind of body unlisted words name, by their ending. */
export function organByEnding(written: string): Organ | undefined {
  return ENDINGS.find(([ending]) => written.endsWith(ending))?.[1];
}

/** All listed bodies. */
export const ORGAN_WORDS: readonly OrganWord[] = words;
