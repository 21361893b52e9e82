using NetGen;

namespace Lecture.Classify;

/// <summary>Points of the plane, each of a class.</summary>
/// <param name="Coordinates">x and y of each point, [points, 2].</param>
/// <param name="Labels">The class of each point, from 0.</param>
/// <param name="Classes">The number of classes.</param>
internal sealed record LabelledPoints(float[] Coordinates, int[] Labels, int Classes)
{
    public ArrayDataSet DataSet => new(Coordinates, Labels, Classes, shape: [2]);

    /// <summary>The points of a class, for charts.</summary>
    public IEnumerable<(double X, double Y)> OfClass(int label) => Enumerable.Range(0, Labels.Length)
        .Where(i => Labels[i] == label).Select(i => ((double)Coordinates[2 * i], (double)Coordinates[(2 * i) + 1]));
}
