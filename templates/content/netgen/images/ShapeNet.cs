using NetGen;

// The attributes are the layers, read from top to bottom. Shapes are checked while you type: write Linear(3, In = 100)
// to see an error and its fix.
[Network]
[Input<Shapes>]                      // 3×24×24, three classes
[Conv2d(8, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(3)]
[CrossEntropy]
public partial class ShapeNet;
