// source door only: class files do not keep @SuppressWarnings
package cases.lockorderinversion;

/** Known and accepted, said in the way of Java itself. */
public class SuppressedByJava {
  static class ByJava {
    private final Object in = new Object();
    private final Object out = new Object();
    private int n;

    @SuppressWarnings("LockOrderInversion")
    void forth() {
      synchronized (in) {
        synchronized (out) {
          n++;
        }
      }
    }

    void back() {
      synchronized (out) {
        synchronized (in) {
          n--;
        }
      }
    }
  }
}
