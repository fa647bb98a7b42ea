package cases.unguardedcheckthenact;

import java.lang.reflect.Method;

/** Classes and methods are looked up late; who looks for the second time finds the same. */
class FoundByName {
  private static volatile Class<?> driver;
  private static volatile boolean driverMissing;
  private static volatile Class<?> connection;
  private static volatile boolean old;
  private static volatile Method ping;
  private static volatile Method close;
  private static volatile Object instance;
  private static volatile Class<?> chosen;

  static Class<?> driver() {
    if (driver == null && !driverMissing) {
      try {
        driver = Class.forName("com.example.Driver");
      } catch (ClassNotFoundException e) {
        driverMissing = true;
      }
    }
    return driver;
  }

  static Object ping(Object on) throws Exception {
    if (ping == null) {
      Method found = on.getClass().getDeclaredMethod("ping");
      found.setAccessible(true);
      ping = found;
    }
    return ping.invoke(on);
  }

  /** Here another thread calls it before it is accessible. */
  static Object close(Object on) throws Exception {
    if (close == null) {
      close = on.getClass().getDeclaredMethod("close"); // want UnguardedCheckThenAct "close"
      close.setAccessible(true);
    }
    return close.invoke(on);
  }

  /** Here another thread sees the class, and does not know yet which it is. */
  static String connection() throws Exception {
    if (connection == null) {
      connection = Class.forName("com.example.Old"); // want UnguardedCheckThenAct "connection"
      old = true;
    }
    return connection.getName() + old;
  }

  /** What is made by way of a class is another one each time. */
  static Object instance() throws Exception {
    if (instance == null) {
      instance = driver().getConstructor().newInstance(); // want UnguardedCheckThenAct "instance"
    }
    return instance;
  }

  /** Nobody looks it up: which of two is kept depends on who comes first. */
  static void choose(Class<?> wanted) {
    if (chosen == null) {
      chosen = wanted; // want UnguardedCheckThenAct "chosen"
    }
  }
}
