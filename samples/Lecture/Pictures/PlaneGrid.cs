namespace Lecture.Pictures;

/// <summary>Points of a rectangle of the plane, in rows from the bottom and columns from the left.</summary>
/// <param name="Left">The least x.</param>
/// <param name="Right">The largest x.</param>
/// <param name="Bottom">The least y.</param>
/// <param name="Top">The largest y.</param>
/// <param name="Columns">Points a row, at least 2.</param>
/// <param name="Rows">Points a column, at least 2.</param>
internal sealed record PlaneGrid(double Left, double Right, double Bottom, double Top, int Columns, int Rows)
{
    public double X(int column) => Left + ((Right - Left) * column / (Columns - 1));

    public double Y(int row) => Bottom + ((Top - Bottom) * row / (Rows - 1));

    /// <summary>All points, [rows · columns, 2]: a batch of samples for a network.</summary>
    public float[] Points()
    {
        var points = new float[Rows * Columns * 2];
        for (int i = 0; i < Rows * Columns; i++)
            (points[2 * i], points[(2 * i) + 1]) = ((float)X(i % Columns), (float)Y(i / Columns));
        return points;
    }

    /// <summary>A value for each point, [columns, rows], as charts take them.</summary>
    /// <param name="ofPoint">The value of a point, by its place in <see cref="Points"/>.</param>
    public double[,] Values(Func<int, double> ofPoint)
    {
        var values = new double[Columns, Rows];
        for (int i = 0; i < Rows * Columns; i++)
            values[i % Columns, i / Columns] = ofPoint(i);
        return values;
    }

    /// <summary>A picture of values, the top row first.</summary>
    /// <param name="shadeOfPoint">The shade of a point, by its place in <see cref="Points"/>.</param>
    public GreyImage Image(Func<int, float> shadeOfPoint)
    {
        var pixels = new float[Rows * Columns];
        for (int i = 0; i < pixels.Length; i++)
            pixels[((Rows - 1 - (i / Columns)) * Columns) + (i % Columns)] = shadeOfPoint(i);
        return new GreyImage(Columns, Rows, pixels);
    }
}
