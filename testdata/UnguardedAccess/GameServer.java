package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jcip.annotations.GuardedBy;
import net.jcip.annotations.ThreadSafe;

/** Nested, inner, local and anonymous classes that use the state of the outer one. */
@ThreadSafe
public class GameServer {
  private final Object roomLock = new Object();

  @GuardedBy("roomLock")
  private final List<String> rooms = new ArrayList<>();

  @GuardedBy("this")
  private int players;

  class Session {
    @GuardedBy("GameServer.this")
    private int score;

    @GuardedBy("this")
    private int lives;

    @GuardedBy("roomLock")
    private String room;

    void scored() {
      synchronized (GameServer.this) {
        score++;
        players++;
      }
    }

    synchronized void scoredWrong() {
      score++; // want UnguardedAccess "score"
      lives++;
      players++; // want UnguardedAccess "players"
    }

    void enter(String name) {
      synchronized (roomLock) {
        room = name;
        rooms.add(name);
      }
    }

    void enterWrong(String name) {
      synchronized (this) {
        room = name; // want UnguardedAccess "room"
        rooms.add(name); // want UnguardedAccess "rooms"
      }
    }
  }

  static class Lobby {
    private final GameServer server;

    @GuardedBy("server.roomLock")
    private int waiting;

    @GuardedBy("server")
    private int pending;

    Lobby(GameServer server) {
      this.server = server;
    }

    void come() {
      synchronized (server.roomLock) {
        waiting++;
        server.rooms.add("lobby");
      }
    }

    synchronized void comeWrong() {
      waiting++; // want UnguardedAccess "waiting"
      server.rooms.add("lobby"); // want UnguardedAccess "rooms"
      server.players++; // want UnguardedAccess "players"
    }

    void pend() {
      synchronized (server) {
        pending++;
        server.players++;
      }
    }
  }

  public synchronized void join(Session s) {
    players++;
    s.score = 0;
    s.lives = 3; // want UnguardedAccess "lives"
  }

  public void joinBlock(Session s) {
    synchronized (s) {
      s.lives = 3;
      s.score = 0; // want UnguardedAccess "score"
    }
  }

  public Iterator<String> open() {
    synchronized (roomLock) {
      final List<String> copy = new ArrayList<>(rooms);
      return new Iterator<String>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < copy.size();
        }

        @Override
        public String next() {
          rooms.remove(copy.get(next)); // want UnguardedAccess "rooms"
          return copy.get(next++);
        }
      };
    }
  }

  public synchronized int sum(List<Session> all) {
    class Adder {
      int total() {
        return players;
      }
    }
    int total = 0;
    for (Session s : all) {
      total += s.score;
    }
    return total + new Adder().total();
  }

  public synchronized boolean anyAlive(List<Session> all) {
    return all.stream().anyMatch(s -> players > 0);
  }

  public void start() {
    Thread t =
        new Thread(
            () -> {
              players = 0; // want UnguardedAccess "players"
              synchronized (this) {
                players = 1;
              }
            });
    t.start();
    new Thread() {
      @Override
      public void run() {
        synchronized (this) {
          players--; // want UnguardedAccess "players"
        }
        synchronized (GameServer.this) {
          players--;
        }
      }
    }.start();
  }
}
