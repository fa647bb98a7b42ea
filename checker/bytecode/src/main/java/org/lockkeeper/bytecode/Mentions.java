package org.lockkeeper.bytecode;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;

/** Finds the class files that name certain classes, by their constant pools (JVMS 4.4.1). */
final class Mentions {
  private static final int MOST = 300;
  private static final int CLASS_TAG = 7;

  private final Set<String> internalNames = new HashSet<>();

  Mentions(Collection<String> binaryNames) {
    binaryNames.forEach(each -> internalNames.add(each.replace('.', '/')));
  }

  /** Binary names, sorted; the first few hundred. */
  List<String> in(Collection<Location> places) {
    Set<String> found = new TreeSet<>();
    for (Location place : places) {
      try {
        for (String path : place.paths()) {
          byte[] bytes = place.read(path);
          if (bytes != null && found.size() < MOST && mentions(bytes)) {
            found.add(path.substring(0, path.length() - ".class".length()).replace('/', '.'));
          }
        }
      } catch (IOException | RuntimeException unreadable) {
        continue; // whoever needs one of its classes is told
      }
    }
    return List.copyOf(found);
  }

  private boolean mentions(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0
          && reader.readByte(at - 1) == CLASS_TAG
          && internalNames.contains(reader.readUTF8(at, buffer))) {
        return true;
      }
    }
    return false;
  }
}
