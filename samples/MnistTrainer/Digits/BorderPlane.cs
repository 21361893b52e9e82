namespace MnistTrainer.Digits;

/// <summary>The light on the paper as its border has it: a plane, fitted by least squares to the pixels of the border.</summary>
internal sealed class BorderPlane
{
    private const int Unknowns = 3, Rounds = 4;
    private readonly double[] coefficients;
    private readonly GreyImage image;

    public BorderPlane(GreyImage image)
    {
        this.image = image;
        int depth = Math.Max(1, Math.Min(image.Width, image.Height) / 20);
        (int X, int Y)[] border =
        [
            .. from y in Enumerable.Range(0, image.Height)
               from x in Enumerable.Range(0, image.Width)
               where x < depth || y < depth || x >= image.Width - depth || y >= image.Height - depth
               select (x, y),
        ];

        // What lies far from the plane, such as ink that touches the border, is left out in the next round.
        coefficients = [border.Select(point => (double)image[point.X, point.Y]).Order().ElementAt(border.Length / 2), 0, 0];
        for (int round = 0; round < Rounds; round++)
        {
            double[] errors = [.. border.Select(point => Math.Abs(image[point.X, point.Y] - At(point.X, point.Y)))];
            double limit = (2.5 * errors.Order().ElementAt(border.Length / 2)) + 1;
            coefficients = Fit([.. border.Where((_, index) => errors[index] <= limit)]) ?? coefficients;
        }
    }

    /// <summary>The light at a pixel, 0 to 255.</summary>
    public double At(int x, int y) => coefficients[0] + (coefficients[1] * x / image.Width) + (coefficients[2] * y / image.Height);

    // The normal equations, by Gauss and Jordan; null where the points do not lie in a plane of their own.
    private double[]? Fit((int X, int Y)[] points)
    {
        var rows = new double[Unknowns, Unknowns + 1];
        foreach ((int x, int y) in points)
        {
            double[] terms = [1, (double)x / image.Width, (double)y / image.Height, image[x, y]];
            for (int i = 0; i < Unknowns; i++)
                for (int j = 0; j <= Unknowns; j++)
                    rows[i, j] += terms[i] * terms[j];
        }

        for (int pivot = 0; pivot < Unknowns; pivot++)
        {
            if (Math.Abs(rows[pivot, pivot]) < 1e-6)
                return null;
            for (int i = 0; i < Unknowns; i++)
            {
                double factor = i == pivot ? 0 : rows[i, pivot] / rows[pivot, pivot];
                for (int j = 0; j <= Unknowns; j++)
                    rows[i, j] -= factor * rows[pivot, j];
            }
        }

        return [.. Enumerable.Range(0, Unknowns).Select(i => rows[i, Unknowns] / rows[i, i])];
    }
}
