/** Types of the unnamed package have no dot in their names. */
class Chopstick {
  private final int id;

  Chopstick(int id) {
    this.id = id;
  }
}

class Diner extends Thread {
  private final Chopstick left, right;

  Diner(Chopstick left, Chopstick right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public void run() {
    synchronized (left) {
      synchronized (right) { // want LockOrderInversion "left"
        System.out.println("eat");
      }
    }
  }

  public static void main(String[] args) {
    Chopstick[] c = new Chopstick[5];
    for (int i = 0; i < 5; i++) c[i] = new Chopstick(i);
    for (int i = 0; i < 5; i++) {
      Diner d = new Diner(c[i], c[(i + 1) % c.length]);
      d.start();
    }
  }
}
