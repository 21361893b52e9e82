using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class WorkersTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(3, 1000)]
    [InlineData(8, 17)]
    public void Every_item_is_run_once(int threads, int count)
    {
        using var workers = new Workers(threads);
        for (int repeat = 0; repeat < 50; repeat++)
        {
            var runs = new int[count];
            workers.Run((begin, end) =>
            {
                for (int i = begin; i < end; i++)
                    Interlocked.Increment(ref runs[i]);
            }, count);
            Assert.All(runs, run => Assert.Equal(1, run));
        }
    }

    [Fact]
    public void Wakes_threads_that_have_gone_to_sleep()
    {
        using var workers = new Workers(2);
        for (int repeat = 0; repeat < 20; repeat++)
        {
            int items = 0;
            workers.Run((begin, end) => Interlocked.Add(ref items, end - begin), 8);
            Assert.Equal(8, items);
            Thread.Sleep(5);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void An_exception_in_any_thread_reaches_the_caller_and_the_workers_go_on(int failing)
    {
        using var workers = new Workers(4);
        var error = Assert.Throws<InvalidOperationException>(() => workers.Run((begin, end) =>
        {
            if (begin <= failing && failing < end)
                throw new InvalidOperationException("item");
        }, 4));
        Assert.Equal("item", error.Message);
        int items = 0;
        workers.Run((begin, end) => Interlocked.Add(ref items, end - begin), 4);
        Assert.Equal(4, items);
    }

    [Fact]
    public void A_job_inside_a_job_runs_on_its_caller_alone()
    {
        using var workers = new Workers(2);
        int items = 0;
        workers.Run((begin, end) =>
        {
            for (int i = begin; i < end; i++)
                workers.Run((from, to) => Interlocked.Add(ref items, to - from), 10);
        }, 4);
        Assert.Equal(40, items);
    }

    [Fact]
    public void Starting_a_job_allocates_nothing()
    {
        using var workers = new Workers(3);
        int items = 0;
        RangeAction action = (begin, end) => Interlocked.Add(ref items, end - begin);
        workers.Run(action, 30);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int repeat = 0; repeat < 100; repeat++)
            workers.Run(action, 30);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(101 * 30, items);
    }

    [Fact]
    public void Ranges_may_run_the_last_one_first()
    {
        var ranges = new List<(int Begin, int End)>();
        Workers.InReverse(3).Run((begin, end) => ranges.Add((begin, end)), 8);
        Assert.Equal([(5, 8), (2, 5), (0, 2)], ranges);
    }

    [Fact]
    public void Refuses_to_work_after_disposal()
    {
        var workers = new Workers(2);
        workers.Dispose();
        workers.Dispose();
        Assert.Throws<ObjectDisposedException>(() => workers.Run((_, _) => { }, 2));
    }

    [Fact]
    public void Refuses_less_than_one_thread() => Assert.Throws<ArgumentOutOfRangeException>("threads", () => new Workers(0));

    [Fact]
    public void The_single_worker_outlives_disposal()
    {
        Workers.Single.Dispose();
        int items = 0;
        Workers.Single.Run((begin, end) => items += end - begin, 5);
        Assert.Equal(5, items);
    }
}
