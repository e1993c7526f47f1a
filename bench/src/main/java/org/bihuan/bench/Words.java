package org.bihuan.bench;

/** What the person of the lifecycles says and is told; the same for every contestant. */
final class Words {

  static final String TITLE = "清远街道学府社区三号楼前路灯不亮";
  static final String DESCRIPTION = "小区三号楼前的两盏路灯已经三天不亮，晚上老人和孩子进出很不安全，请尽快维修。";
  static final String REPLY = "经现场查看，线路老化导致断电，已更换线缆并恢复照明，今后每周巡查一次。";

  private Words() {}
}
