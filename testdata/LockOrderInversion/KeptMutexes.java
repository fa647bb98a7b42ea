package cases.lockorderinversion;

/** Parts that keep their owner and, by another name, its lock. */
public class KeptMutexes {

  /** Locks itself, by one name or the other. */
  static class Synth {
    final Object mutex = this;
    final Mixer mixer = new Mixer(this);
    private int notes;

    synchronized void play() {
      notes++;
      mixer.volume(notes);
    }

    void stop() {
      synchronized (mutex) {
        notes--;
      }
    }
  }

  /** Its lock is that of its synth, and so the same as the synth itself. */
  static class Mixer {
    private final Synth synth;
    private final Object mutex;
    private int volume;

    Mixer(Synth synth) {
      this.synth = synth;
      this.mutex = synth.mutex;
    }

    void volume(int volume) {
      synchronized (mutex) {
        this.volume = volume;
      }
    }

    void process() {
      synchronized (mutex) {
        synth.play();
      }
    }
  }

  /** Has a lock beside itself. */
  static class Organ {
    final Object mutex = new Object();
    final Pipes pipes = new Pipes(this);

    synchronized void play() {
      pipes.open(); // want LockOrderInversion "this"
    }
  }

  /** Keeps the organ and its lock, which are two. */
  static class Pipes {
    private final Organ organ;
    private final Object mutex;
    private int open;

    Pipes(Organ organ) {
      this.organ = organ;
      this.mutex = organ.mutex;
    }

    void open() {
      synchronized (mutex) {
        open++;
      }
    }

    void process() {
      synchronized (mutex) {
        organ.play();
      }
    }
  }
}
