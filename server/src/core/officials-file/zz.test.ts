import { it } from 'vitest';
import { createOfficialsIndex, mergeIntoFile, parseOfficialsFile, proposeEntries, writeOfficialsFile, type OfficialEntry } from './index.js';
it('t',()=>{
  const chars='明远若兰启铭晓东建国志强海燕春花秋月冬梅夏荷';
  const entries: OfficialEntry[] = Array.from({length:100000},(_,i)=>({name:'王李张刘陈杨黄赵'[i%8]!+chars[(i>>3)%chars.length]!+String.fromCharCode(0x4e00+(i%8000)), place: i%2?'南京市':'苏州市', collected:true as const, distinction: String(i), posts:[{post:'市委书记',place:'南京市',firstNamed:'2020-01-01',lastNamed:'2020-01-01',source:`2020/${i}.txt`},{post:'市长',place:'南京市'}]}));
  let t=performance.now(); const lap=(n:string)=>{const u=performance.now(); console.log(n,Math.round(u-t),'ms', Math.round(process.memoryUsage().heapUsed/1e6),'MB'); t=performance.now();};
  const text=writeOfficialsFile(entries); lap('write '+text.length);
  const f=parseOfficialsFile(text); lap('parse '+f.entries.length+' '+f.problems.length);
  const idx=createOfficialsIndex(f.entries); lap('index '+idx.names().length);
  const reports=Array.from({length:20000},(_,i)=>({path:`${i}.txt`,date:'2021-01-01',places:['江苏省','南京市'],officials:[{name:f.entries[i*5]!.name,posts:['市委书记']},{name:'某'+String.fromCharCode(0x4e00+i),posts:['市长']}]}));
  const p=proposeEntries(reports,f.entries); lap('propose '+p.length);
  const m=mergeIntoFile(text,p); lap('merge '+('text' in m?m.added+' '+m.extended+' '+m.kept.length:''));
  const bad=text.replaceAll('"2020-01-01"','"2020/01"'); t=performance.now(); const g=parseOfficialsFile(bad); lap('bad '+g.problems.length);
}, 600000);
