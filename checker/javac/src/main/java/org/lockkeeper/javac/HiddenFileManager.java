package org.lockkeeper.javac;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileManager;

/**
 * The file manager of a compilation. javac gives it to nobody; on JDK 17 its fields are read past
 * the module system. Later releases are not asked, as they warn of that.
 */
final class HiddenFileManager {
  private HiddenFileManager() {}

  /** Empty when javac hides it, and from JDK 18 on. */
  static Optional<JavaFileManager> of(JavacTask task) {
    return Runtime.version().feature() < 18 ? Optional.ofNullable(read(task)) : Optional.empty();
  }

  /**
   * Lets it forget the text of the sources, which it keeps as long as memory suffices. All are
   * parsed when the first class is analysed: from then on messages alone read them, once more.
   */
  static void forgetTexts(JavacTask task) {
    of(task)
        .ifPresent(
            files -> {
              try {
                files.flush();
              } catch (IOException unwritten) {
                // Nothing is open for output yet; whoever writes next hears of it.
              }
            });
  }

  private static JavaFileManager read(JavacTask task) {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field instance = type.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      Peek peek = new Peek(instance.get(null), type);
      Object context = peek.at(task, "context");
      Map<?, ?> contents = (Map<?, ?>) peek.at(context, "ht");
      for (Object each : contents.values()) {
        if (each instanceof JavaFileManager manager) {
          return manager;
        }
      }
      return null;
    } catch (ReflectiveOperationException | RuntimeException refused) {
      return null;
    }
  }

  /** Reads fields of any object. */
  private record Peek(Object unsafe, Class<?> type) {
    Object at(Object object, String name) throws ReflectiveOperationException {
      Field field = field(object.getClass(), name);
      Object offset = type.getMethod("objectFieldOffset", Field.class).invoke(unsafe, field);
      return type.getMethod("getObject", Object.class, long.class).invoke(unsafe, object, offset);
    }

    private static Field field(Class<?> from, String name) throws NoSuchFieldException {
      for (Class<?> each = from; each != null; each = each.getSuperclass()) {
        for (Field field : each.getDeclaredFields()) {
          if (field.getName().equals(name)) {
            return field;
          }
        }
      }
      throw new NoSuchFieldException(name);
    }
  }
}
