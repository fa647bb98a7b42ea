package cases.unguardedcheckthenact;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** An encoder whose state changes on its event loop only, as its code says. */
public class OnOneLoop extends ChannelInboundHandlerAdapter {
  private static volatile String shared;

  private volatile boolean finished;
  private volatile String header;
  private volatile String trailer;
  private final ConcurrentMap<String, String> names = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> others = new ConcurrentHashMap<>();

  public void close(EventExecutor executor) {
    if (executor.inEventLoop()) {
      finish();
    } else {
      executor.execute(() -> finish());
    }
  }

  /** Called on the loop only. */
  private void finish() {
    if (finished) {
      return;
    }
    finished = true;
    write("trailer");
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!names.containsKey("first")) {
      names.put("first", message.toString());
    }
    begin(message.toString());
  }

  /** A step of what the loop runs. */
  private void begin(String text) {
    if (header == null) {
      header = text;
      write(header);
    }
  }

  /** Whoever calls this may be on any thread. */
  public void end(String text) {
    if (trailer == null) {
      trailer = text; // want UnguardedCheckThenAct "trailer"
      write(trailer);
    }
  }

  /** Off the loop, and the test says so. */
  public void offTheLoop(EventExecutor executor, String name) {
    if (!executor.inEventLoop() && !others.containsKey(name)) {
      others.put(name, name); // want UnguardedCheckThenAct "containsKey"
    }
  }

  /** Handlers of other channels run on other loops. */
  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (shared == null) {
      shared = String.valueOf(ctx); // want UnguardedCheckThenAct "shared"
      write(shared);
    }
  }

  void write(String text) {
    System.out.println(text);
  }

  /** One instance for many channels. */
  @ChannelHandler.Sharable
  static class Counting extends ChannelInboundHandlerAdapter {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (!counts.containsKey("read")) {
        counts.put("read", 1); // want UnguardedCheckThenAct "containsKey"
      }
    }
  }
}
