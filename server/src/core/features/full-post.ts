/** A post with its place as people write it: 霖川市 and 市委书记 are 霖川市委书记, but 霖川市 and 市长 霖川市市长. */
export function fullPost(post: string, place = ''): string {
  const division = place.charAt(place.length - 1);
  const isShared = place.length > 2 && post.startsWith(division) && post.charAt(1) !== '长';
  return isShared && DIVISIONS.includes(division) ? place + post.slice(1) : place + post;
}

const DIVISIONS = '省市区县州盟旗镇乡';
