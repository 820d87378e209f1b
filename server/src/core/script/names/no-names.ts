/**
 * Words, Simplified, that have the shape of a name and that no phrase of OpenCC decides: those entries of the dictionary of
 * jieba (`jieba.dict.utf8` as nodejieba 3.5.8 ships it, MIT) that are no proper names, without what is somebody's name as well
 * (顾准). 种子 in a table is seed, not Mr Chong.
 */
export const NO_NAMES: ReadonlySet<string> = new Set(
  '丁种 万多种 万有余 万种 上官占 丑婆子 于言 付诸于 余万 余万两 余万发 余万口 余万号 余万种 余丈 余值 余出 余函数 余则 余半点 余址 余堵 余多 余实 余尊 余料 余模 余犯 余电 余盐 余程 余者 余身 党卫 党权 党群 叶音 后举兵 后乐堂 后军 后海 后石 后翼 后营村 国后岛 夏种 干爷 干谷 征丁 征派 林种 汤团 游兵 游军 游幸 游洞 白术 白种 种姓 种子 种树 种源 种瓜 种田 种羊 种群 种过 种马 种麦 第五种 范化 范型 范帮主 范府 范性 范数 范节级 范著 范质 范辞 许多种 采冶 采木 高低杠 黄白术 黄种 龙杠 龙种'.split(
    ' ',
  ),
);
