package cases.blockingincooperative;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;

/** What a listener is told of is complete, also for what the listener makes. */
public class CapturedFutures {
  private final Channel channel;
  private int steps;

  CapturedFutures(Channel channel) {
    this.channel = channel;
  }

  void lambda() {
    channel
        .closeFuture()
        .addListener(
            (ChannelFutureListener)
                closed -> {
                  if (closed.isSuccess()) {
                    channel.eventLoop().execute(() -> closed.syncUninterruptibly());
                  }
                });
  }

  void twice() {
    channel
        .closeFuture()
        .addListener(
            (ChannelFutureListener)
                closed ->
                    channel
                        .eventLoop()
                        .execute(
                            () ->
                                channel
                                    .eventLoop()
                                    .execute(
                                        () -> {
                                          steps++;
                                          closed.syncUninterruptibly();
                                        })));
  }

  void anonymous() {
    channel
        .closeFuture()
        .addListener(
            (ChannelFutureListener)
                closed ->
                    channel
                        .eventLoop()
                        .execute(
                            new Runnable() {
                              @Override
                              public void run() {
                                closed.syncUninterruptibly();
                              }
                            }));
  }

  /** Another one than that which the listener is told of. */
  void another(ChannelFuture other) {
    channel
        .closeFuture()
        .addListener(
            (ChannelFutureListener)
                closed ->
                    channel
                        .eventLoop()
                        .execute(
                            () -> other.syncUninterruptibly())); // want BlockingInCooperative "syncUninterruptibly"
    channel
        .closeFuture()
        .addListener(
            (ChannelFutureListener)
                closed ->
                    channel
                        .eventLoop()
                        .execute(
                            new Runnable() {
                              @Override
                              public void run() {
                                other.syncUninterruptibly(); // want BlockingInCooperative "syncUninterruptibly"
                              }
                            }));
  }
}
