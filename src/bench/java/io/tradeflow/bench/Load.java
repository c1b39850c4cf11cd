package io.tradeflow.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Several clients, each driving one journey after the other. */
class Load {

    /** Journeys whose mean duration tells whether the program has warmed up. */
    private static final int WINDOW = 10;

    private static final double STEADY = 0.10;

    private final Traveller traveller;
    private final Runnable rest;
    private final Supplier<Work> work;

    /** @param rest returns when all that the journeys left behind, such as mails to deliver, is done */
    Load(Traveller traveller, Runnable rest, Supplier<Work> work) {
        this.traveller = traveller;
        this.rest = rest;
        this.work = work;
    }

    /** @param seconds from the first request until everything, mails included, was done */
    record Result(int clients, double seconds, Timings timings, Work work) {

        double perSecond() {
            return timings.journeys() / seconds;
        }

        /** Milliseconds per journey. */
        double each(Duration used) {
            return used.toNanos() / 1e6 / timings.journeys();
        }
    }

    Result during(int clients, Duration duration) {
        long deadline = System.nanoTime() + duration.toNanos();
        return run(clients, () -> System.nanoTime() < deadline);
    }

    Result exactly(int clients, int journeys) {
        AtomicInteger left = new AtomicInteger(journeys);
        return run(clients, () -> left.getAndDecrement() > 0);
    }

    /** Goes on until this many journeys are done, then until ten in a row are as quick as the ten before, but not for ever. */
    int warmUp(int clients, int atLeast) {
        int done = 0;
        double before = Double.MAX_VALUE;
        while (true) {
            Result window = exactly(clients, WINDOW);
            done += window.timings().journeys();
            boolean steady = Math.abs(window.seconds() - before) <= STEADY * before;
            if (done >= atLeast && (steady || done >= 5 * atLeast)) {
                return done;
            }
            before = window.seconds();
        }
    }

    private Result run(int clients, BooleanSupplier again) {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        Work before = work.get();
        long start = System.nanoTime();
        try {
            List<Future<Timings>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> client(again)));
            }
            Timings all = new Timings();
            for (Future<Timings> client : running) {
                all.addAll(client.get());
            }
            rest.run();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(clients, seconds, all, work.get().since(before));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("A journey failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Timings client(BooleanSupplier again) {
        Timings timings = new Timings();
        while (again.getAsBoolean()) {
            long start = System.nanoTime();
            traveller.journey(timings);
            timings.add(Step.WHOLE, System.nanoTime() - start);
        }
        return timings;
    }
}
