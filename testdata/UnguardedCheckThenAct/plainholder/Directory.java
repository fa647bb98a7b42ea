package cases.unguardedcheckthenact.plainholder;

import java.util.HashMap;
import java.util.Map;

/** Holds what others guard; shows no sign of threads itself. */
final class Directory {
  final Map<String, Integer> rooms = new HashMap<>();
  final Map<String, Integer> floors = new HashMap<>();
}
