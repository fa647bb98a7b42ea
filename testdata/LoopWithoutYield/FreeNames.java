package cases.loopwithoutyield;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lockkeeper.annotations.Cooperative;

/** The search for a number that is free ends when all that are taken have been tried. */
public class FreeNames {
  private final Map<String, String> byName = new HashMap<>();
  private final Set<Integer> ports = new HashSet<>();

  @Cooperative
  String unique(String base) {
    int i = 1;
    while (byName.containsKey(base + i)) {
      i++;
    }
    return base + i;
  }

  @Cooperative
  int freePort() {
    int port = 1024;
    while (ports.contains(port)) {
      port++;
    }
    return port;
  }

  @Cooperative
  void untilGone(String name) {
    while (byName.containsKey(name)) { // want LoopWithoutYield "loop"
      Thread.onSpinWait();
    }
  }
}
