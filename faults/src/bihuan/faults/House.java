package bihuan.faults;

import java.util.HashMap;
import java.util.Map;
import org.bihuan.Bihuan;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The product's doors inside the harness, on a place's database, without web and without work. */
final class House {

  private House() {}

  static ConfigurableApplicationContext open(Place place, Class<?>... more) {
    return open(place, Map.of(), more);
  }

  /** With settings of one's own, and beans of one's own beside the product's. */
  static ConfigurableApplicationContext open(
      Place place, Map<String, Object> settings, Class<?>... more) {
    var properties = new HashMap<String, Object>();
    for (var option : place.options(place.url())) {
      int at = option.indexOf('=');
      properties.put(option.substring(2, at), option.substring(at + 1));
    }
    properties.put("bihuan.work", "false");
    properties.put("bihuan.password.memory-kib", "64");
    properties.put("bihuan.password.iterations", "1");
    properties.put("logging.level.root", "off");
    properties.put("logging.level.org.bihuan", "off");
    properties.putAll(settings);
    return new SpringApplicationBuilder(Bihuan.class)
        .sources(more)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .properties(properties)
        .run();
  }
}
