namespace NetGen.Reports;

/// <summary>
/// What was heard of the steps of a fit, thinned out to a number that can be drawn: whenever the memory is full, every second one is
/// forgotten, and from there on only half as many are kept. Nothing is allocated after the first step.
/// </summary>
internal sealed class StepLog
{
    private const int Most = 1024;

    private readonly StepPoint[] points = new StepPoint[Most];
    private long stride = 1;
    private int count;

    /// <summary>The steps that are kept, in their order.</summary>
    public ReadOnlySpan<StepPoint> Points => points.AsSpan(0, count);

    /// <summary>Hears of a step.</summary>
    public void Add(StepPoint point)
    {
        if (point.Step % stride != 0)
            return;
        if (count == Most)
        {
            stride *= 2;
            int kept = 0;
            foreach (StepPoint known in Points)
            {
                if (known.Step % stride == 0)
                    points[kept++] = known;
            }

            count = kept;
            if (point.Step % stride != 0)
                return;
        }

        points[count++] = point;
    }
}
