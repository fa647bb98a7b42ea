package cases.blockingincooperative;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import javax.swing.SwingUtilities;
import org.lockkeeper.annotations.Cooperative;

/** The code asks where it runs, and waits only where it may. */
public class Guards {

  @Cooperative("event-loop")
  void close(Channel channel) throws InterruptedException {
    ChannelFuture closed = channel.close();
    if (!channel.eventLoop().inEventLoop()) {
      closed.sync();
    }
  }

  @Cooperative("event-loop")
  void closeEarly(Channel channel) {
    if (channel.eventLoop().inEventLoop()) {
      channel.close();
      return;
    }
    channel.close().syncUninterruptibly();
  }

  /** The wrong way round. */
  @Cooperative("event-loop")
  void closeWrongly(Channel channel) throws InterruptedException {
    if (channel.eventLoop().inEventLoop()) {
      channel.close().sync(); // want BlockingInCooperative "sync"
    }
  }

  @Cooperative("ui")
  String load(CompletableFuture<String> text) {
    if (SwingUtilities.isEventDispatchThread()) {
      return text.getNow("loading");
    }
    return text.join();
  }

  @Cooperative("ui")
  String loadWrongly(CompletableFuture<String> text) {
    if (SwingUtilities.isEventDispatchThread()) {
      return text.join(); // want BlockingInCooperative "join"
    }
    return "";
  }

  /** The pool is told, and adds a thread meanwhile. */
  @Cooperative("fork-join")
  void managed(CompletableFuture<String> text) throws InterruptedException {
    ForkJoinPool.managedBlock(
        new ForkJoinPool.ManagedBlocker() {
          @Override
          public boolean block() {
            text.join();
            return true;
          }

          @Override
          public boolean isReleasable() {
            return text.isDone();
          }
        });
  }
}
