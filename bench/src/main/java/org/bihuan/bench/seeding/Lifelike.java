package org.bihuan.bench.seeding;

import java.util.List;
import java.util.SplittableRandom;

/** What people write about, in their own words: places, things, troubles, pleas. */
public final class Lifelike {

  private static final List<String> STREETS =
      List.of(
          "永泰", "古城", "新旺", "迎宾", "振华", "清远", "武定", "御河", "开源", "大庆路", "马军营", "卧虎湾", "新华", "鹿苑",
          "白登山", "文瀛湖", "水泊寺", "小南头");

  private static final List<String> ESTATES =
      List.of(
          "学府", "惠达", "大齿", "互助里", "振华南院", "天悦华城", "锦绣苑", "平安里", "铁路新村", "向阳里", "凤凰城", "魏都", "柳港园",
          "迎宾苑", "御锦源", "帝豪", "泰和", "新胜", "矿工", "机车厂", "水利", "电建", "煤校", "西苑", "东关", "北园", "南关",
          "安益", "同泉里", "站东", "新建里", "红旗", "建材", "文昌", "教师新村", "百花谷");

  private static final List<String> THINGS =
      List.of(
          "路灯不亮",
          "井盖缺失",
          "夜间施工噪声大",
          "垃圾堆放无人清运",
          "暖气不热",
          "电梯经常停运",
          "下水道堵塞",
          "电动车乱停放",
          "楼道堆放杂物",
          "自来水浑浊",
          "路面坑洼积水",
          "广场舞扰民",
          "物业收费不透明",
          "快递车进不了小区",
          "充电桩损坏",
          "消防通道被占",
          "树枝遮挡窗户",
          "屋顶漏雨",
          "燃气压力不足",
          "停车位紧张",
          "公厕异味",
          "流浪犬伤人",
          "占道经营",
          "墙皮脱落",
          "监控损坏",
          "健身器材损坏",
          "污水外溢",
          "油烟扰民",
          "围挡倒塌",
          "斑马线不清",
          "红绿灯故障",
          "公交站牌损坏",
          "河道漂浮垃圾",
          "绿化带枯死",
          "单元门禁失灵",
          "化粪池满溢",
          "噪声检测请求",
          "拖欠工资",
          "骑手休息点缺少饮水",
          "孩子入学咨询",
          "医保报销咨询",
          "低保申请咨询",
          "公租房申请咨询",
          "养老补贴咨询",
          "残疾证办理咨询",
          "老旧小区加装电梯咨询",
          "营业执照变更咨询",
          "户口迁移咨询");

  private static final List<String> PLEAS =
      List.of(
          "请尽快处理",
          "已持续三天",
          "影响出行",
          "居民意见很大",
          "多次反映未解决",
          "希望有人来看看",
          "存在安全隐患",
          "夜里更严重",
          "老人出行不便",
          "请回复",
          "盼解决",
          "雨天更甚",
          "孩子上学必经之路",
          "上周也反映过",
          "请问如何办理",
          "冬天快到了");

  private static final List<String> SPOTS =
      List.of(
          "一号楼", "二号楼", "三号楼前", "五单元", "南门口", "北门外", "东侧便道", "西墙根", "地下车库", "小广场", "七号楼后", "十字路口");

  static final List<String> ITEMS =
      List.of(
          "street-lamp",
          "road-damage",
          "noise",
          "waste",
          "water-power-heat",
          "property",
          "other",
          "rider-parking",
          "rider-entry",
          "rider-rest");

  /** The units that work matters. */
  public static final List<String> UNITS =
      List.of(
          "city-management",
          "housing-construction",
          "public-security",
          "civil-affairs",
          "human-resources",
          "market-regulation",
          "traffic-police",
          "street-050",
          "street-051",
          "street-052",
          "street-053",
          "street-054",
          "street-055",
          "street-056",
          "street-057",
          "street-058",
          "street-059",
          "street-060",
          "street-061",
          "street-062",
          "street-063",
          "street-064",
          "street-065",
          "street-066",
          "street-067");

  static final List<String> CHANNELS = List.of("online", "phone", "window", "grid", "api");

  private static final byte[] STREET = Bytes.utf8("街道");
  private static final byte[] COMMA = Bytes.utf8("，");

  private static final byte[][] STREET_BYTES = all(STREETS);
  private static final byte[][] ESTATE_BYTES = all(ESTATES);
  private static final byte[][] SPOT_BYTES = all(SPOTS);
  private static final byte[][] THING_BYTES = all(THINGS);
  private static final byte[][] PLEA_BYTES = all(PLEAS);

  private Lifelike() {}

  static byte[][] all(List<String> texts) {
    return texts.stream().map(Bytes::utf8).toArray(byte[][]::new);
  }

  static int streets() {
    return STREETS.size();
  }

  /** A title; troubles at the front of the list are far commoner than those at its end. */
  static void title(Bytes into, int street, SplittableRandom random) {
    into.clear().put(STREET_BYTES[street]).put(STREET);
    into.put(pick(ESTATE_BYTES, random)).put(pick(SPOT_BYTES, random));
    double u = random.nextDouble();
    into.put(THING_BYTES[(int) (u * u * THING_BYTES.length)]).put(COMMA);
    into.put(pick(PLEA_BYTES, random));
  }

  /**
   * The pairs of neighbouring characters of a title and its last one, as the product's search keeps
   * them. Every character here is three bytes long.
   */
  static void words(Bytes rows, Bytes title) {
    int count = 0;
    int room = 4;
    for (int at = 0; at < title.size(); at += 3) {
      if (first(title, at)) {
        count++;
        room += Math.min(6, title.size() - at) + 3;
      }
    }
    rows.putInt(room).putInt(count);
    for (int at = 0; at < title.size(); at += 3) {
      if (first(title, at)) {
        for (int i = at; i < Math.min(at + 6, title.size()); i++) {
          rows.put(title.array()[i]);
        }
        rows.put(0).putShort(0);
      }
    }
  }

  /** True if the pair here does not stand further to the front. */
  private static boolean first(Bytes title, int at) {
    int length = Math.min(6, title.size() - at);
    for (int other = 0; other < at; other += 3) {
      if (java.util.Arrays.equals(
              title.array(), at, at + length, title.array(), other, other + length)
          && length == 6) {
        return false;
      }
    }
    return true;
  }

  private static byte[] pick(byte[][] from, SplittableRandom random) {
    return from[random.nextInt(from.length)];
  }

  /** Two characters that stand next to each other in what people write about. */
  public static String word(SplittableRandom random) {
    var from =
        switch (random.nextInt(4)) {
          case 0 -> ESTATES;
          case 1 -> PLEAS;
          default -> THINGS;
        };
    var text = from.get(random.nextInt(from.size()));
    int at = random.nextInt(text.length() - 1);
    return text.substring(at, at + 2);
  }
}
